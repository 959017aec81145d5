package org.hillock.lab.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/**
 * Tells stimuli by the nearest of the mean responses to each. As |x − m|² is |x|² − 2(m·x −
 * |m|²/2), that is the largest of sums m·x − |m|²/2: one readout neuron for each stimulus.
 *
 * @param weights by stimulus, one for each cell
 * @param offsets of the readout neurons
 */
record NearestMeans(double[][] weights, double[] offsets) {

  /** The share that a softmax of the readout gives the right stimulus on average. */
  static final double SHARE = 0.9;

  /**
   * In mV, so high that no readout neuron ever fires, however large the weights that small traces
   * of long ago ask for: it is its potential that is read.
   */
  private static final double NEVER = 1e18;

  /**
   * Fits to responses.
   *
   * @param responses by presentation
   * @param labels stimulus of each
   * @return empty where all means are the same
   */
  static Optional<NearestMeans> of(double[][] responses, int[] labels, int stimuli) {
    int cells = responses[0].length;
    double[][] means = new double[stimuli][cells];
    int[] counts = new int[stimuli];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    double[] all = new double[cells];
    for (int r = 0; r < responses.length; r++) {
      for (int i = 0; i < cells; i++) {
        means[labels[r]][i] += responses[r][i] / counts[labels[r]];
      }
    }
    double[] offsets = new double[stimuli];
    for (int s = 0; s < stimuli; s++) {
      for (int i = 0; i < cells; i++) {
        all[i] += means[s][i] / stimuli;
      }
    }
    for (int s = 0; s < stimuli; s++) {
      for (int i = 0; i < cells; i++) {
        offsets[s] -= means[s][i] * means[s][i] / 2;
        // what all have in common tells nothing
        means[s][i] -= all[i];
      }
    }
    double common = Arrays.stream(offsets).average().orElseThrow();
    Arrays.setAll(offsets, s -> offsets[s] - common);
    NearestMeans plain = new NearestMeans(means, offsets);
    double margin = 0;
    for (int r = 0; r < responses.length; r++) {
      margin += plain.margin(responses[r], labels[r]) / responses.length;
    }
    // between others that are all alike, this much makes the right one's share of a softmax
    double wanted = StrictMath.log(SHARE / (1 - SHARE) * (stimuli - 1));
    double scale = wanted / margin;
    return margin > 0 && Double.isFinite(scale)
        ? Optional.of(plain.times(scale))
        : Optional.empty();
  }

  private NearestMeans times(double scale) {
    double[][] larger = new double[weights.length][];
    for (int s = 0; s < larger.length; s++) {
      larger[s] = Arrays.stream(weights[s]).map(w -> w * scale).toArray();
    }
    return new NearestMeans(larger, Arrays.stream(offsets).map(o -> o * scale).toArray());
  }

  private double margin(double[] response, int label) {
    double margin = 0;
    for (int s = 0; s < weights.length; s++) {
      double score = offsets[s];
      for (int i = 0; i < response.length; i++) {
        score += weights[s][i] * response[i];
      }
      margin += s == label ? score : -score / (weights.length - 1);
    }
    return margin;
  }

  /**
   * A network with readout neurons that hear these cells and answer: leaky ones that never fire
   * where any cell spikes, whose potentials are read; else plain sums.
   *
   * @param name of their population
   */
  Network readOut(Network network, List<Population> cells, String name) {
    boolean spikes = cells.stream().anyMatch(Responses::spikes);
    int count = offsets.length;
    Population readout = spikes ? leaky(name) : sums(name);
    List<Projection> projections = new ArrayList<>();
    int first = 0;
    for (Population p : cells) {
      double[] listed = new double[count * p.size()];
      for (int s = 0; s < count; s++) {
        System.arraycopy(weights[s], first, listed, s * p.size(), p.size());
      }
      projections.add(
          new Projection(
              p.name() + "_" + name,
              p.name(),
              name,
              new Connectivity.Dense(),
              new Values.Listed(Numbers.of(listed), spikes ? Unit.MV : Unit.NONE),
              Optional.empty(),
              Optional.empty(),
              Normalisation.none(),
              Optional.empty()));
      first += p.size();
    }
    return network
        .with(List.of(readout), projections)
        .withDecision(spikes ? new Decision.MostSpikes(name) : new Decision.LargestValue(name));
  }

  private Population leaky(String name) {
    Values rest = new Values.Listed(Numbers.of(offsets), Unit.MV);
    return new Population(
        name,
        Shape.of(offsets.length),
        "lif-delta",
        Map.of(
            "tau_m",
            Values.constant(Responses.TAU_MS, "ms"),
            "v_th",
            Values.constant(NEVER, "mV"),
            "v_rest",
            rest,
            "v_init",
            rest),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private Population sums(String name) {
    return new Population(
        name,
        Shape.of(offsets.length),
        "identity",
        Map.of(),
        Optional.of(Values.listed(offsets)),
        List.of(),
        List.of());
  }
}
