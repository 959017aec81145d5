package org.hillock.deep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Site;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.PoolingWindow;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * Forward passes in plain Java and double precision, one synapse after another: the twin that
 * judges the tensor engine.
 */
public final class PlainForward {

  private final FeedForward plan;
  private final Map<String, Synapses> synapses = new HashMap<>();
  private final Map<String, PoolingWindow> largest = new HashMap<>();
  private final Map<String, double[]> biases = new HashMap<>();
  private final Map<String, List<double[]>> parameters = new HashMap<>();

  private final List<Intervention> interventions = new ArrayList<>();

  /** What rows sent in passes before, the last first, as far back as anything is heard of. */
  private final Deque<List<Map<String, double[]>>> before = new ArrayDeque<>();

  private final PassLevels levels;
  private Effects effects;
  private List<Pass> last = List.of();

  /**
   * Everything that one pass computed.
   *
   * @param values output of every neuron, by population
   * @param sums before the nonlinearity, by population, {@code input} ones left out; of a product,
   *     its first factor
   */
  public record Pass(Map<String, double[]> values, Map<String, double[]> sums) {}

  /**
   * Lays a network out.
   *
   * @throws UsageException where it is not made of rate neurons, or has cycles within a pass
   */
  public PlainForward(Network network) {
    plan = FeedForward.of(network);
    levels = new PassLevels(network);
    effects = new Effects(network, interventions);
    for (Projection projection : network.projections().values()) {
      if (projection.connectivity() instanceof Pooling pooling
          && pooling.kind() == Pooling.Kind.MAX) {
        Shape from = network.population(projection.from()).shape();
        Shape to = network.population(projection.to()).shape();
        largest.put(projection.name(), new PoolingWindow(pooling, from, to));
      } else {
        synapses.put(projection.name(), Wiring.of(network, projection));
      }
    }
    for (Population population : network.populations().values()) {
      biases.put(population.name(), Parameters.bias(network, population));
      parameters.put(population.name(), RateFunction.parameters(network, population));
    }
  }

  /**
   * Does something to the network from now on, beside what was done before.
   *
   * @throws UsageException as a session does
   */
  public void apply(Intervention intervention) {
    List<Intervention> more = new ArrayList<>(interventions);
    more.add(intervention);
    effects = new Effects(plan.network(), more);
    interventions.add(intervention);
  }

  /** Ends all interventions. */
  public void clearInterventions() {
    interventions.clear();
    effects = new Effects(plan.network(), interventions);
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

  /**
   * Runs one pass of a batch: its rows meet the same levels, and each goes on from what it gave in
   * the passes before.
   *
   * @throws UsageException where passes before, which are heard of, had another number of rows
   */
  public List<Pass> passes(List<Map<String, double[]>> rows) {
    if (!before.isEmpty() && before.getFirst().size() != rows.size()) {
      throw new UsageException(
          "a batch of "
              + rows.size()
              + " rows follows one of "
              + before.getFirst().size()
              + ", of which it hears; begin anew");
    }
    levels.next(effects.hands(), population -> mean(last, population));
    List<Map<String, double[]>> sent = new ArrayList<>();
    rows.forEach(_ -> sent.add(new HashMap<>()));
    last = IntStream.range(0, rows.size()).mapToObj(i -> row(rows.get(i), i, sent.get(i))).toList();
    if (plan.longest() > 0) {
      before.addFirst(sent);
      if (before.size() > plan.longest()) {
        before.removeLast();
      }
    }
    return last;
  }

  /** Back to the start: nothing was sent, and levels are as they were. */
  public void reset() {
    before.clear();
    last = List.of();
    levels.restart();
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

  /** One row, which leaves behind what its populations sent. */
  private Pass row(Map<String, double[]> inputs, int row, Map<String, double[]> sent) {
    Pass pass = new Pass(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Population input : plan.inputs()) {
      settle(input, inputs.getOrDefault(input.name(), new double[input.size()]), pass, sent);
    }
    for (FeedForward.Layer layer : plan.layers()) {
      double[] sum = synaptic(layer, layer.summed(), sent, row);
      double gain = levels.gain(layer.name());
      double[] bias = known(biases, layer.name());
      for (int i = 0; i < sum.length; i++) {
        sum[i] = gain * sum[i] + bias[i];
      }
      effects.on(layer.name()).ifPresent(on -> Arrays.setAll(sum, i -> sum[i] + on.added[i]));
      pass.sums().put(layer.name(), sum);
      if (layer.function() == RateFunction.PRODUCT) {
        double[] product = synaptic(layer, layer.factors(), sent, row);
        Arrays.setAll(product, i -> product[i] * sum[i]);
        settle(layer.population(), product, pass, sent);
      } else {
        double[] value = layer.function().of(sum, known(parameters, layer.name()));
        settle(layer.population(), value, pass, sent);
      }
    }
    return pass;
  }

  /** Holds what is held of new values, and works out what others receive. */
  private void settle(
      Population population, double[] computed, Pass pass, Map<String, double[]> sent) {
    double[] value = computed.clone();
    double[] received = computed.clone();
    effects
        .on(population.name())
        .ifPresent(on -> {
          Arrays.setAll(value, i -> on.held[i] ? on.heldAt[i] : computed[i]);
          Arrays.setAll(received, i -> on.sent[i] * value[i]);
        });
    pass.values().put(population.name(), value);
    sent.put(population.name(), received);
  }

  private double[] synaptic(
      FeedForward.Layer layer, List<Projection> through, Map<String, double[]> now, int row) {
    double[] sum = new double[layer.population().size()];
    for (Projection projection : through) {
      if (effects.lesioned(projection.name())) {
        continue;
      }
      Population from = plan.network().population(projection.from());
      double[] sent = sent(projection, from, now, row);
      double[] heard = projection.normalisation().of(sent, from.shape());
      if (largest.containsKey(projection.name())) {
        pool(known(largest, projection.name()), heard, sum);
      } else {
        Synapses each = known(synapses, projection.name());
        for (int k = 0; k < each.count(); k++) {
          sum[each.post()[k]] += each.weight()[k] * heard[each.pre()[k]];
        }
      }
    }
    effects.on(layer.name()).ifPresent(on -> Arrays.setAll(sum, i -> sum[i] * on.received[i]));
    return sum;
  }

  private double[] sent(
      Projection projection, Population from, Map<String, double[]> now, int row) {
    if (projection.passes() == 0) {
      return known(now, from.name());
    }
    return before.stream()
        .skip(projection.passes() - 1L)
        .findFirst()
        .map(pass -> known(pass.get(row), from.name()))
        .orElseGet(() -> new double[from.size()]);
  }

  private static void pool(PoolingWindow window, double[] heard, double[] sum) {
    for (int post = 0; post < sum.length; post++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int cell = 0; cell < window.cells(); cell++) {
        int pre = window.source(post, cell);
        most = pre < 0 ? most : Math.max(most, heard[pre]);
      }
      sum[post] += most;
    }
  }

  private static <T> T known(Map<String, T> parts, String name) {
    return Objects.requireNonNull(parts.get(name));
  }
}
