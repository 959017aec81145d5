package org.hillock.lab.activity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hillock.core.quantity.Quantity;

/**
 * A network that ran away: its activity feeds itself beyond a limit.
 *
 * @param network its name
 * @param timeMs when that was found
 * @param populations those above the limit, the fastest first
 * @param loop what drives the fastest
 * @param limitHz the limit that was set
 */
public record Runaway(
    String network, double timeMs, List<Rate> populations, Loop loop, double limitHz) {

  /** Mean rate of a population's neurons over {@link RunawayGuard#WINDOW_MS}. */
  public record Rate(String population, double hz) {}

  public Runaway {
    populations = List.copyOf(populations);
  }

  /** For people, without a full stop. */
  public String told() {
    String rates =
        populations.stream()
            .map(r -> String.format(Locale.ROOT, "'%s' at %.0f Hz", r.population(), r.hz()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "network '%s' ran away: at %.0f ms %s %s (mean of the last %s ms), above the limit of %s Hz;"
            + " driven by the loop %s",
        network,
        timeMs,
        populations.size() == 1 ? "population fires:" : "populations fire:",
        rates,
        Quantity.text(RunawayGuard.WINDOW_MS),
        Quantity.text(limitHz),
        loop.told());
  }
}
