package org.hillock.core.wiring;

import org.hillock.core.network.Distribution;
import org.hillock.core.random.DrawBatch;
import org.hillock.core.random.Purpose;

/**
 * How readily each neuron of a population sends (or receives): neurons are picked in proportion to
 * numbers drawn once for the population, so that all its projections share them.
 */
final class Propensities {

  private final double[] cumulative;

  /** First neuron that a pick in each of as many equal parts of the total can give. */
  private final int[] guide;

  private Propensities(double[] cumulative) {
    this.cumulative = cumulative;
    guide = new int[cumulative.length];
    int at = 0;
    for (int part = 0; part < guide.length; part++) {
      double wanted = (double) part / guide.length * total();
      while (at < cumulative.length - 1 && cumulative[at] <= wanted) {
        at++;
      }
      guide[part] = at;
    }
  }

  static Propensities of(Distribution d, int neurons, long seed, long address) {
    double[] sums = new double[neurons];
    double sum = 0;
    DrawBatch batch = new DrawBatch(seed, Purpose.PARAMETER, address);
    double[] some = new double[DrawBatch.MOST];
    for (int from = 0; from < neurons; from += DrawBatch.MOST) {
      batch.moveTo(from, Math.min(DrawBatch.MOST, neurons - from));
      d.drawAll(batch, some);
      for (int i = 0; i < batch.count(); i++) {
        sum += some[i];
        sums[from + i] = sum;
      }
    }
    return new Propensities(sums);
  }

  /** How many neurons. */
  int size() {
    return cumulative.length;
  }

  double total() {
    return cumulative[cumulative.length - 1];
  }

  /** The neuron that a random word falls on. */
  int pick(int word) {
    double u = Integer.toUnsignedLong(word) * 0x1p-32;
    double wanted = u * total();
    int at = guide[(int) (u * guide.length)];
    while (at > 0 && cumulative[at - 1] > wanted) {
      at--;
    }
    while (at < cumulative.length - 1 && cumulative[at] <= wanted) {
      at++;
    }
    return at;
  }
}
