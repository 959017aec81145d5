package org.hillock.lab.scene.elephantandtiger;

/**
 * The answer of the channels in closed form. Tiring and pools follow drives that stand still for a
 * while, each along its exponential: x(t) = D + (x(0) − D)·exp(−t/τ).
 */
final class Theory {

  private static final double HZ = SizeNetwork.DRIVE_HZ;

  private final double[] tired = new double[Animal.CHANNELS];
  private final double[] pool = new double[Animal.CHANNELS];
  private final double[] neighbours = SizeNetwork.neighbours();
  private final boolean tiring;
  private final boolean normalised;
  private float[] drive = new float[Animal.CHANNELS];

  Theory(boolean tiring, boolean normalised) {
    this.tiring = tiring;
    this.normalised = normalised;
  }

  /** A picture for so long. */
  Theory shown(float[] picture, double ms) {
    drive = picture;
    int n = Animal.CHANNELS;
    for (int i = 0; i < n; i++) {
      double mean = 0;
      for (int j = 0; j < n; j++) {
        mean += neighbours[i * n + j] * picture[j];
      }
      tired[i] = along(tired[i], picture[i], ms / SizeNetwork.TAU_TIRING_MS);
      pool[i] = along(pool[i], mean, ms / SizeNetwork.TAU_POOL_MS);
    }
    return this;
  }

  private static double along(double from, double to, double times) {
    return to + (from - to) * Math.exp(-times);
  }

  /** What is judged now. */
  double estimate() {
    double[] channels = new double[Animal.CHANNELS];
    for (int i = 0; i < channels.length; i++) {
      double less = tiring ? 1 + SizeNetwork.TIRING_MS / 1000 * HZ * tired[i] : 1;
      channels[i] =
          HZ * drive[i] / (less * (SizeNetwork.HALF_HZ + (normalised ? HZ * pool[i] : 0)));
    }
    return SizeNetwork.estimate(channels);
  }
}
