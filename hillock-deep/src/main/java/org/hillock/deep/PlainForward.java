package org.hillock.deep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Site;
import org.hillock.core.wiring.Parameters;

/**
 * One forward pass in plain Java and double precision, one synapse after another: the twin that
 * judges the tensor engine. It knows no interventions.
 */
public final class PlainForward {

  /** Added to the root mean square before dividing, so that a silent population gives 0. */
  static final double RMS_FLOOR = 1e-8;

  private final FeedForward plan;
  private final Map<String, WeightMatrix> weights = new HashMap<>();
  private final Map<String, double[]> biases = new HashMap<>();
  private final PassLevels levels;
  private List<Pass> last = List.of();

  /**
   * Everything that one pass computed.
   *
   * @param values output of every neuron, by population
   * @param sums before the nonlinearity, by population, {@code input} ones left out
   */
  public record Pass(Map<String, double[]> values, Map<String, double[]> sums) {}

  /**
   * Lays a network out.
   *
   * @throws UsageException where it is not made of rate neurons without cycles
   */
  public PlainForward(Network network) {
    plan = FeedForward.of(network);
    levels = new PassLevels(network);
    for (Projection projection : network.projections().values()) {
      weights.put(projection.name(), WeightMatrix.of(network, projection));
    }
    for (Population population : network.populations().values()) {
      biases.put(population.name(), Parameters.bias(network, population));
    }
  }

  /**
   * Runs one pass of one row.
   *
   * @param inputs one number for each neuron of an {@code input} population, by population; 0 for
   *     those left out
   */
  public Pass pass(Map<String, double[]> inputs) {
    return passes(List.of(inputs)).getFirst();
  }

  /** Runs one pass of a batch: its rows meet the same levels. */
  public List<Pass> passes(List<Map<String, double[]>> rows) {
    levels.next(Map.of(), population -> mean(last, population));
    last = rows.stream().map(this::row).toList();
    return last;
  }

  /** The value of a modulator's variable during the last pass. */
  public double level(Site site) {
    return levels.value(site);
  }

  private static double mean(List<Pass> passes, String population) {
    return passes.stream()
        .flatMapToDouble(pass -> Arrays.stream(known(pass.values(), population)))
        .average()
        .orElseThrow();
  }

  private Pass row(Map<String, double[]> inputs) {
    Map<String, double[]> values = new LinkedHashMap<>();
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Population input : plan.inputs()) {
      values.put(input.name(), inputs.getOrDefault(input.name(), new double[input.size()]));
    }
    for (FeedForward.Layer layer : plan.layers()) {
      double[] sum = new double[layer.population().size()];
      for (Projection projection : layer.incoming()) {
        add(sum, projection, known(values, projection.from()));
      }
      double gain = levels.gain(layer.name());
      double[] bias = known(biases, layer.name());
      for (int i = 0; i < sum.length; i++) {
        sum[i] = gain * sum[i] + bias[i];
      }
      sums.put(layer.name(), sum);
      values.put(layer.name(), layer.activation().of(sum));
    }
    return new Pass(values, sums);
  }

  private void add(double[] sum, Projection projection, double[] source) {
    double[] matrix = known(weights, projection.name()).bySource();
    double scale =
        switch (projection.normalisation()) {
          case NONE -> 1;
          case RMS -> 1 / (rootMeanSquare(source) + RMS_FLOOR);
        };
    for (int pre = 0; pre < source.length; pre++) {
      for (int post = 0; post < sum.length; post++) {
        sum[post] += matrix[pre * sum.length + post] * source[pre] * scale;
      }
    }
  }

  private static <T> T known(Map<String, T> parts, String name) {
    return Objects.requireNonNull(parts.get(name));
  }

  private static double rootMeanSquare(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
