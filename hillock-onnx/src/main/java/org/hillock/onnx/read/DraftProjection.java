package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Values;

/** A projection while the graph is read; it ends on the draft population that lists it. */
final class DraftProjection {

  private final int from;
  private final Connectivity rule;
  private double[] weights;
  private final Normalisation normalisation;
  private final Optional<String> receptor;
  private final int passes;

  /**
   * One that may be scaled later.
   *
   * @param weights in the network's order, or one for all
   * @param passes that it takes; 0 for none
   */
  DraftProjection(
      int from,
      Connectivity rule,
      double[] weights,
      Normalisation normalisation,
      Optional<String> receptor,
      int passes) {
    this.from = from;
    this.rule = rule;
    this.weights = weights;
    this.normalisation = normalisation;
    this.receptor = receptor;
    this.passes = passes;
  }

  static DraftProjection of(int from, Connectivity rule, double... weights) {
    return new DraftProjection(from, rule, weights, Normalisation.none(), Optional.empty(), 0);
  }

  DraftProjection at(String newReceptor) {
    return new DraftProjection(
        from, rule, weights, normalisation, Optional.of(newReceptor), passes);
  }

  DraftProjection normalised(Normalisation how) {
    return new DraftProjection(from, rule, weights, how, receptor, passes);
  }

  DraftProjection after(int newPasses) {
    return new DraftProjection(from, rule, weights, normalisation, receptor, newPasses);
  }

  int from() {
    return from;
  }

  Connectivity rule() {
    return rule;
  }

  Normalisation normalisation() {
    return normalisation;
  }

  Optional<String> receptor() {
    return receptor;
  }

  int passes() {
    return passes;
  }

  Values values() {
    return weights.length == 1 ? Values.constant(weights[0]) : Values.listed(weights);
  }

  /** Multiplies what reaches each of {@code targets} neurons; factors by channel or by neuron. */
  void scale(double[] factors, int targets) {
    if (factors.length == 1) {
      double[] all = weights.clone();
      for (int i = 0; i < all.length; i++) {
        all[i] *= factors[0];
      }
      weights = all;
      return;
    }
    switch (rule) {
      case Connectivity.Convolution c -> scaleRows(factors, factors.length);
      case Connectivity.Dense d -> scaleRows(factors, targets);
      case Connectivity.EdgeList edges -> {
        double[] all = spread(edges.post().size());
        for (int k = 0; k < all.length; k++) {
          all[k] *= factors[edges.post().get(k) % factors.length];
        }
        weights = all;
      }
      case Connectivity.OneToOne o -> {
        double[] all = spread(targets);
        for (int k = 0; k < all.length; k++) {
          all[k] *= factors[k % factors.length];
        }
        weights = all;
      }
      default -> throw new IllegalStateException(rule.rule() + " is not scaled");
    }
  }

  private void scaleRows(double[] factors, int rows) {
    double[] all = weights.length == 1 ? spread(rows) : weights.clone();
    int row = all.length / rows;
    for (int i = 0; i < all.length; i++) {
      all[i] *= factors[i / row % factors.length];
    }
    weights = all;
  }

  private double[] spread(int count) {
    if (weights.length == count) {
      return weights.clone();
    }
    double[] all = new double[count];
    Arrays.fill(all, weights[0]);
    return all;
  }
}
