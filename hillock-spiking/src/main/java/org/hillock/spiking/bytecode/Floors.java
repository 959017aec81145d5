package org.hillock.spiking.bytecode;

/** The largest whole numbers that are not above others. */
final class Floors {

  private Floors() {}

  static void floor(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = (float) Math.floor(x[xAt + i]);
    }
  }

  static void floor(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = Math.floor(x[xAt + i]);
    }
  }
}
