package org.hillock.lab.decide;

/** The neuron that decides: the one with the largest number. */
public final class Strongest {

  private Strongest() {}

  /** The largest; of equal ones the first. */
  public static int of(double[] values) {
    return of(values, values);
  }

  /**
   * The largest; of equal ones the one that is larger by a second number, such as the potential of
   * neurons that fired equally often.
   *
   * @param whereEqual as long as {@code values}
   */
  public static int of(double[] values, double[] whereEqual) {
    int best = 0;
    for (int n = 1; n < values.length; n++) {
      boolean higher = values[n] == values[best] && whereEqual[n] > whereEqual[best];
      if (values[n] > values[best] || higher) {
        best = n;
      }
    }
    return best;
  }
}
