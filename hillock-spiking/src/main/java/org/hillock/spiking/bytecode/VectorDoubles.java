package org.hillock.spiking.bytecode;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.spiking.kernel.FiredSpikes;

/** What kernels for several neurons at a time need besides the Vector API, in double precision. */
final class VectorDoubles {

  /** Numbers of so many neurons. */
  static final VectorSpecies<Double> LANE = DoubleVector.SPECIES_PREFERRED;

  /** Neurons that one word is about. */
  static final int LANES = LANE.length();

  /** Whole numbers of as many neurons. */
  static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(Integer.SIZE * LANES));

  private VectorDoubles() {}

  /** Notes spikes. */
  static void note(long lanes, int i, int step, FiredSpikes fired) {
    long left = lanes;
    while (left != 0) {
      fired.add(i + Long.numberOfTrailingZeros(left), step);
      left &= left - 1;
    }
  }

  /** Makes those that fired refractory. */
  static void refract(long lanes, int[] freeAt, int[] refractory, int i, int p, int step) {
    long left = lanes;
    while (left != 0) {
      int lane = Long.numberOfTrailingZeros(left);
      freeAt[i + lane] = step + 1 + refractory[p + lane];
      left &= left - 1;
    }
  }
}
