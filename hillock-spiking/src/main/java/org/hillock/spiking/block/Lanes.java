package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.FloatKernels;

/**
 * The parameters of the neurons of one part, laid out for kernels: where all neurons of the
 * population have the same, one vector full of it.
 *
 * @param part of the population
 * @param same whether all neurons of the population have the same parameters
 */
record Lanes(BlockLayout.Part part, boolean same) {

  private int length() {
    return same ? FloatKernels.LANES : part.padded();
  }

  private int source(int i) {
    return part.start() + (same ? 0 : Math.min(i, Math.max(0, part.count() - 1)));
  }

  /** One parameter in double precision. */
  double[] doubles(double[] values) {
    double[] lanes = new double[length()];
    for (int i = 0; i < lanes.length && part.count() > 0; i++) {
      lanes[i] = values[source(i)];
    }
    return lanes;
  }

  /** Nobody is refractory, and padding is for ever. */
  void free(int[] freeAt) {
    Arrays.fill(freeAt, 0, part.count(), 0);
    Arrays.fill(freeAt, part.count(), freeAt.length, Integer.MAX_VALUE);
  }

  /** Initial values of the part's neurons. */
  void start(float[] variable, double[] initial) {
    for (int i = 0; i < part.count(); i++) {
      variable[i] = (float) initial[part.start() + i];
    }
  }

  /** Takes steps off the counters of neurons that are not padding. */
  void rebase(int[] freeAt, int steps) {
    for (int i = 0; i < part.count(); i++) {
      freeAt[i] = Math.max(0, freeAt[i] - steps);
    }
  }
}
