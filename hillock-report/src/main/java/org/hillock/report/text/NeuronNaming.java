package org.hillock.report.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;

/**
 * Neurons by their names where a text has their numbers: {@code neurons[17]} becomes {@code
 * neurons[AVAL]}, which is an address, too. Ranges stay.
 */
public final class NeuronNaming {

  private NeuronNaming() {}

  /** The text as people call the neurons of a network; the same where they have no names. */
  public static String of(Optional<Network> network, String text) {
    String named = text;
    for (Population p :
        network.map(n -> n.populations().values()).orElse(java.util.List.of())) {
      if (!p.names().isEmpty()) {
        named =
            Pattern.compile("(?<![\\w-])" + Pattern.quote(p.name()) + "\\[(\\d+(?:,\\d+)*)\\]")
                .matcher(named)
                .replaceAll(found ->
                    Matcher.quoteReplacement(p.name() + "[" + names(p, found.group(1)) + "]"));
      }
    }
    return named;
  }

  private static String names(Population population, String numbers) {
    return Arrays.stream(numbers.split(","))
        .map(Integer::parseInt)
        .map(i -> i < population.size() ? population.names().all().get(i) : String.valueOf(i))
        .collect(Collectors.joining(","));
  }
}
