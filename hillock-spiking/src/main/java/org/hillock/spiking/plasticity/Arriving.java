package org.hillock.spiking.plasticity;

/** Where arriving shares are added up. */
public interface Arriving {

  /** A share for each target of the part, in order, from {@code from} on. */
  void all(float[] shares, int from, int count);

  /**
   * A share for some targets of the part.
   *
   * @param target from {@code first} on, counted within the part
   * @param shares from {@code from} on
   */
  void some(int[] target, int first, float[] shares, int from, int count);
}
