package org.hillock.lab.scene.senses;

/**
 * The first taster in spikes beside the logistic curve.
 *
 * @param sums along the curve
 * @param logistic probabilities there
 * @param fired share of trials in which the cell fired there
 * @param firedWithoutNoise the same of a cell without noise: 0 or 1
 * @param rates mean rates there, in Hz
 * @param distance of the cell from the logistic curve over drawn dishes and those of the curve,
 *     root mean square
 * @param distanceWithoutNoise the same of the cell without noise
 * @param feast share of trials in which it fired for a feast
 * @param feastWithMint the same where the feast is mint chocolate
 */
record SpikingCompared(
    double[] sums,
    double[] logistic,
    double[] fired,
    double[] firedWithoutNoise,
    double[] rates,
    double distance,
    double distanceWithoutNoise,
    double feast,
    double feastWithMint) {

  private static final int POINTS = 11;
  private static final double FEAST = 1.5;

  static SpikingCompared of(float[][] drawn, int copies, long seed) {
    Taster taster = Taster.gourmet();
    float[][] dishes = new float[POINTS + drawn.length + 2][];
    for (int i = 0; i < POINTS; i++) {
      dishes[i] = Dishes.even(Dishes.MOST * i / (POINTS - 1));
    }
    System.arraycopy(drawn, 0, dishes, POINTS, drawn.length);
    dishes[dishes.length - 2] = Dishes.even(FEAST);
    dishes[dishes.length - 1] = Dishes.minty(Dishes.even(FEAST));
    SpikingTaster noisy = SpikingTaster.of(taster, copies, TasterNetworks.NOISE_MV, dishes, seed);
    SpikingTaster steady = SpikingTaster.of(taster, 1, 0, dishes, seed);
    double[] sums = new double[POINTS];
    double[] logistic = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      sums[i] = taster.sum(dishes[i]);
      logistic[i] = taster.probability(dishes[i]);
    }
    return new SpikingCompared(
        sums,
        logistic,
        java.util.Arrays.copyOf(noisy.fired(), POINTS),
        java.util.Arrays.copyOf(steady.fired(), POINTS),
        java.util.Arrays.copyOf(noisy.rates(), POINTS),
        noisy.distance(taster, dishes),
        steady.distance(taster, dishes),
        noisy.fired()[dishes.length - 2],
        noisy.fired()[dishes.length - 1]);
  }
}
