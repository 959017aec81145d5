package org.hillock.spiking.bytecode;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.spiking.kernel.FiredSpikes;

/** What kernels say, for as many neurons as a vector has lanes, in single precision. */
final class VectorFloats {

  private static final VectorSpecies<Float> LANE = FloatVector.SPECIES_PREFERRED;

  /** Neurons that one word is about. */
  static final int LANES = LANE.length();

  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(Integer.SIZE * LANES));

  private VectorFloats() {}

  static FloatVector number(float x) {
    return FloatVector.broadcast(LANE, x);
  }

  static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(LANE, values, at);
  }

  static void store(FloatVector x, float[] values, int at) {
    x.intoArray(values, at);
  }

  /** Takes what arrived out of its cells. */
  static FloatVector arrived(int[] cells, int at, float quantum) {
    IntVector arrived = IntVector.fromArray(INTS, cells, at);
    IntVector.zero(INTS).intoArray(cells, at);
    return ((FloatVector) arrived.convertShape(VectorOperators.I2F, LANE, 0)).mul(quantum);
  }

  static VectorMask<Float> free(int[] freeAt, int i, int step) {
    return IntVector.fromArray(INTS, freeAt, i).compare(VectorOperators.LE, step).cast(LANE);
  }

  static FloatVector negate(FloatVector a) {
    return a.neg();
  }

  static FloatVector abs(FloatVector a) {
    return a.abs();
  }

  static FloatVector sqrt(FloatVector a) {
    return a.sqrt();
  }

  static FloatVector add(FloatVector a, FloatVector b) {
    return a.add(b);
  }

  static FloatVector subtract(FloatVector a, FloatVector b) {
    return a.sub(b);
  }

  static FloatVector multiply(FloatVector a, FloatVector b) {
    return a.mul(b);
  }

  static FloatVector divide(FloatVector a, FloatVector b) {
    return a.div(b);
  }

  static FloatVector min(FloatVector a, FloatVector b) {
    return a.min(b);
  }

  static FloatVector max(FloatVector a, FloatVector b) {
    return a.max(b);
  }

  static FloatVector select(VectorMask<Float> truth, FloatVector yes, FloatVector no) {
    return no.blend(yes, truth);
  }

  static VectorMask<Float> above(FloatVector a, FloatVector b) {
    return a.compare(VectorOperators.GT, b);
  }

  static VectorMask<Float> atLeast(FloatVector a, FloatVector b) {
    return a.compare(VectorOperators.GE, b);
  }

  static VectorMask<Float> and(VectorMask<Float> a, VectorMask<Float> b) {
    return a.and(b);
  }

  static VectorMask<Float> or(VectorMask<Float> a, VectorMask<Float> b) {
    return a.or(b);
  }

  static VectorMask<Float> not(VectorMask<Float> a) {
    return a.not();
  }

  /** Notes spikes; whether there are any. */
  static boolean fired(VectorMask<Float> spike, int i, int step, FiredSpikes fired) {
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
      VectorMask<Float> spike, int[] freeAt, int[] refractory, int i, int p, int step) {
    IntVector until = IntVector.fromArray(INTS, refractory, p).add(step + 1);
    until.intoArray(freeAt, i, spike.cast(INTS));
  }
}
