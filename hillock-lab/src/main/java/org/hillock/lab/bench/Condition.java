package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Population;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;

/**
 * One condition on neurons, as in {@code out_degree > 50}.
 *
 * @param measure {@code index}, {@code in_degree}, {@code out_degree}, {@code in_weight}, {@code
 *     out_weight}, {@code bias} or a parameter of the neuron model
 * @param relation one of {@code > >= < <= = !=}
 * @param bound with its unit where the measure has one
 */
record Condition(String measure, String relation, Quantity bound) {

  private static final Pattern TEXT =
      Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(>=|<=|!=|==|=|>|<)\\s*(.+?)\\s*");

  private static final List<String> OF_WIRING =
      List.of("index", "in_degree", "out_degree", "in_weight", "out_weight");

  /**
   * Reads one.
   *
   * @throws UsageException that shows what could not be read
   */
  static Condition parse(String query, String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new UsageException(
          "sites '"
              + query
              + "': '"
              + text.strip()
              + "' is no condition; write it as out_degree > 50");
    }
    try {
      return new Condition(
          parts.group(1), parts.group(2).replace("==", "="), Quantity.parse(parts.group(3)));
    } catch (UsageException e) {
      throw new UsageException("sites '" + query + "': " + e.getMessage());
    }
  }

  /**
   * Those of some neurons for which it is true.
   *
   * @throws UsageException where the population has no such measure
   */
  int[] of(String query, Network network, Population population, WiredNeurons wiring, int[] all) {
    double[] values = values(query, network, population, wiring);
    return Arrays.stream(all).filter(n -> holds(values[n])).toArray();
  }

  /** How near neurons come to it, for the message that none fulfils it. */
  String nearest(
      String query, Network network, Population population, WiredNeurons wiring, int[] all) {
    double[] values = values(query, network, population, wiring);
    double least = Arrays.stream(all).mapToDouble(n -> values[n]).min().orElse(Double.NaN);
    double most = Arrays.stream(all).mapToDouble(n -> values[n]).max().orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "%s of '%s' is %s..%s",
        measure,
        population.name(),
        Quantity.text(least),
        Quantity.text(most));
  }

  private boolean holds(double value) {
    double than = bound.value();
    return switch (relation) {
      case ">" -> value > than;
      case ">=" -> value >= than;
      case "<" -> value < than;
      case "<=" -> value <= than;
      case "=" -> value == than;
      default -> value != than;
    };
  }

  private double[] values(
      String query, Network network, Population population, WiredNeurons wiring) {
    if (OF_WIRING.contains(measure) && !bound.unit().dimension().equals(Dimension.NONE)) {
      throw new UsageException(
          "sites '"
              + query
              + "': "
              + measure
              + " is compared with a plain number, not with "
              + bound
              + " (weights count in the unit of their projection)");
    }
    return switch (measure) {
      case "index" -> {
        double[] index = new double[population.size()];
        Arrays.setAll(index, n -> n);
        yield index;
      }
      case "in_degree" -> wiring.inDegree(population);
      case "out_degree" -> wiring.outDegree(population);
      case "in_weight" -> wiring.inWeight(population);
      case "out_weight" -> wiring.outWeight(population);
      case "bias" -> inUnit(Parameters.bias(network, population), Parameters.biasUnit(population));
      default -> parameter(query, network, population);
    };
  }

  private double[] parameter(String query, Network network, Population population) {
    Optional<ParameterSpec> spec = population.model().parameter(measure);
    if (spec.isEmpty()) {
      List<String> known = new ArrayList<>(OF_WIRING);
      known.add("bias");
      population.model().parameters().forEach(p -> known.add(p.name()));
      throw new UsageException(
          "sites '"
              + query
              + "': nothing called '"
              + measure
              + "' is known of neurons of '"
              + population.name()
              + "'; "
              + NearestName.hint(measure, known));
    }
    return Parameters.of(network, population, measure, bound.unit());
  }

  /** Values in the unit of the bound. */
  private double[] inUnit(double[] values, Unit unit) {
    return Arrays.stream(values).map(v -> new Quantity(v, unit).in(bound.unit())).toArray();
  }
}
