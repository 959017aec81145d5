package org.hillock.spiking.block;

import java.util.List;
import java.util.Map;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.ArrivalGrid;

/**
 * How the weights of all synapses from one population are kept: decided from the description alone,
 * so that it is the same in every block.
 *
 * @param kind of array
 * @param constant the one weight, in quanta or in the unit of weights, where there is one
 * @param unit quanta that a 16-bit weight of 1 stands for
 * @param delayBits that share 16 bits with a weight; 0 where all delays are the same
 */
record WeightPlan(Kind kind, double constant, int unit, int delayBits) {

  /** An array for each, or none. */
  enum Kind {
    ONE,
    SHORTS,
    INTS,
    DOUBLES
  }

  /** 16 bits must tell the weights of a projection apart that finely, or 32 are taken. */
  private static final double LEAST_STEPS = 512;

  private static final int SHORT_BITS = 15;

  /**
   * Plans the weights of the projections from one population.
   *
   * @param quantum of each target population, by name
   * @param delayBits that share 16 bits with a weight
   */
  static WeightPlan of(
      Network network,
      List<Projection> projections,
      Map<String, Double> quantum,
      boolean single,
      int delayBits) {
    double constant = Double.NaN;
    boolean one = true;
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Projection p : projections) {
      var weights = Wiring.weights(network, p);
      double unit = quantum.getOrDefault(p.to(), 1.0);
      double scale = single ? 1 : unit;
      double first = weights.same() ? Math.rint(weights.at(0) / unit) * scale : Double.NaN;
      one &= weights.same() && (Double.isNaN(constant) || constant == first);
      constant = first;
      most = Math.max(most, most(network, p) / unit);
      least = Math.min(least, typical(network, p) / unit);
    }
    if (one && !projections.isEmpty()) {
      return new WeightPlan(Kind.ONE, constant, 1, delayBits);
    }
    if (!single) {
      return new WeightPlan(Kind.DOUBLES, 0, 1, delayBits);
    }
    int bits = SHORT_BITS - delayBits;
    int counted = commonUnit(network, projections, quantum);
    if (counted > 0 && most / counted < 1 << bits) {
      return new WeightPlan(Kind.SHORTS, 0, counted, delayBits);
    }
    int shift = Math.max(0, Math.getExponent(Math.max(1, most)) + 1 - bits);
    boolean fine = Math.scalb(least, -shift) >= LEAST_STEPS;
    return new WeightPlan(fine ? Kind.SHORTS : Kind.INTS, 0, fine ? 1 << shift : 1, delayBits);
  }

  /** Quanta that all weights are whole multiples of, where they are counts; 0 where not. */
  private static int commonUnit(
      Network network, List<Projection> projections, Map<String, Double> quantum) {
    int common = 0;
    for (Projection p : projections) {
      if (!(p.weights() instanceof Values.Drawn(Distribution.Geometric contacts))) {
        return 0;
      }
      double each = toUnit(network, p) * Math.abs(contacts.each());
      int unit = (int) Math.rint(each / quantum.getOrDefault(p.to(), 1.0));
      if (common != 0 && common != unit) {
        return 0;
      }
      common = unit;
    }
    return common;
  }

  /**
   * Whether rows into one block are laid out as {@link PackedRows}: not where telling the ends of
   * every delay takes more than half the room of the synapses.
   */
  boolean packed(double synapses, int sources, int longestDelay) {
    return kind == Kind.SHORTS && (delayBits == 0 || sources * (longestDelay + 1.0) <= synapses);
  }

  /** The greatest 16-bit weight. */
  int greatest() {
    return (1 << (SHORT_BITS - delayBits)) - 1;
  }

  private static double most(Network network, Projection p) {
    double toUnit = toUnit(network, p);
    return switch (p.weights()) {
      case Values.Constant c -> toUnit * Math.abs(c.quantity().value());
      case Values.Listed l -> {
        double most = 0;
        for (int k = 0; k < l.numbers().size(); k++) {
          most = Math.max(most, Math.abs(l.numbers().get(k)));
        }
        yield toUnit * most;
      }
      case Values.PerChannel _ ->
          throw new IllegalStateException("weights by channel are refused before");
      case Values.Drawn d -> toUnit * ArrivalGrid.most(d.distribution());
    };
  }

  /** About the size of a weight for which rounding matters. */
  private static double typical(Network network, Projection p) {
    double toUnit = toUnit(network, p);
    return switch (p.weights()) {
      case Values.Constant c -> toUnit * Math.abs(c.quantity().value());
      case Values.Listed _, Values.PerChannel _ -> 0;
      case Values.Drawn(Distribution.Normal n) -> toUnit * Math.abs(n.mean());
      case Values.Drawn(Distribution.Uniform u) ->
          toUnit * Math.max(Math.abs(u.low()), Math.abs(u.high())) / 2;
      case Values.Drawn _ -> 0;
    };
  }

  private static double toUnit(Network network, Projection p) {
    return p.weights().unit().to(Wiring.weightUnit(network, p), 1);
  }

  /** Bytes that the weight of one synapse takes. */
  int bytes() {
    return switch (kind) {
      case ONE -> 0;
      case SHORTS -> Short.BYTES;
      case INTS -> Integer.BYTES;
      case DOUBLES -> Double.BYTES;
    };
  }
}
