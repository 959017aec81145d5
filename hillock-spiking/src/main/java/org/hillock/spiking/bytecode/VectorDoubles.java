package org.hillock.spiking.bytecode;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.spiking.kernel.FiredSpikes;

/** What kernels say, for as many neurons as a vector has lanes, in double precision. */
final class VectorDoubles {

  private static final VectorSpecies<Double> LANE = DoubleVector.SPECIES_PREFERRED;

  /** Neurons that one word is about. */
  static final int LANES = LANE.length();

  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(Integer.SIZE * LANES));

  private VectorDoubles() {}

  static DoubleVector number(double x) {
    return DoubleVector.broadcast(LANE, x);
  }

  static DoubleVector load(double[] values, int at) {
    return DoubleVector.fromArray(LANE, values, at);
  }

  static void store(DoubleVector x, double[] values, int at) {
    x.intoArray(values, at);
  }

  /** Takes what arrived out of its cells. */
  static DoubleVector arrived(double[] cells, int at, double quantum) {
    DoubleVector arrived = DoubleVector.fromArray(LANE, cells, at);
    DoubleVector.zero(LANE).intoArray(cells, at);
    return arrived.mul(quantum);
  }

  static VectorMask<Double> free(int[] freeAt, int i, int step) {
    return IntVector.fromArray(INTS, freeAt, i).compare(VectorOperators.LE, step).cast(LANE);
  }

  static DoubleVector negate(DoubleVector a) {
    return a.neg();
  }

  static DoubleVector abs(DoubleVector a) {
    return a.abs();
  }

  static DoubleVector sqrt(DoubleVector a) {
    return a.sqrt();
  }

  static DoubleVector add(DoubleVector a, DoubleVector b) {
    return a.add(b);
  }

  static DoubleVector subtract(DoubleVector a, DoubleVector b) {
    return a.sub(b);
  }

  static DoubleVector multiply(DoubleVector a, DoubleVector b) {
    return a.mul(b);
  }

  static DoubleVector divide(DoubleVector a, DoubleVector b) {
    return a.div(b);
  }

  static DoubleVector min(DoubleVector a, DoubleVector b) {
    return a.min(b);
  }

  static DoubleVector max(DoubleVector a, DoubleVector b) {
    return a.max(b);
  }

  static DoubleVector select(VectorMask<Double> truth, DoubleVector yes, DoubleVector no) {
    return no.blend(yes, truth);
  }

  static VectorMask<Double> above(DoubleVector a, DoubleVector b) {
    return a.compare(VectorOperators.GT, b);
  }

  static VectorMask<Double> atLeast(DoubleVector a, DoubleVector b) {
    return a.compare(VectorOperators.GE, b);
  }

  static VectorMask<Double> and(VectorMask<Double> a, VectorMask<Double> b) {
    return a.and(b);
  }

  static VectorMask<Double> or(VectorMask<Double> a, VectorMask<Double> b) {
    return a.or(b);
  }

  static VectorMask<Double> not(VectorMask<Double> a) {
    return a.not();
  }

  /** Notes spikes; whether there are any. */
  static boolean fired(VectorMask<Double> spike, int i, int step, FiredSpikes fired) {
    long lanes = spike.toLong();
    if (lanes == 0) {
      return false;
    }
    while (lanes != 0) {
      fired.add(i + Long.numberOfTrailingZeros(lanes), step);
      lanes &= lanes - 1;
    }
    return true;
  }

  static void refract(
      VectorMask<Double> spike, int[] freeAt, int[] refractory, int i, int p, int step) {
    IntVector until = IntVector.fromArray(INTS, refractory, p).add(step + 1);
    until.intoArray(freeAt, i, spike.cast(INTS));
  }
}
