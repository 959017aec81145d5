package org.hillock.lab.representation;

/**
 * Linear centred kernel alignment (Kornblith et al. 2019, arXiv:1905.00414): how alike two
 * populations hold images apart, whatever the number and the order of their neurons, 1 where one is
 * a rotated and scaled copy of the other.
 *
 * <p>With the unbiased estimator of the Hilbert–Schmidt independence criterion (Song et al. 2012,
 * JMLR 13:1393), so that populations that have nothing to do with each other give 0 on average,
 * however few images were shown.
 */
public final class KernelAlignment {

  /** The estimator divides by n − 3. */
  public static final int LEAST_IMAGES = 4;

  private final double[][] kernel;
  private final double own;

  /**
   * One population, ready to be aligned with others.
   *
   * @param activity [image][neuron], of at least {@link #LEAST_IMAGES} images
   */
  public KernelAlignment(double[][] activity) {
    int images = activity.length;
    if (images < LEAST_IMAGES) {
      throw new IllegalArgumentException(images + " images are fewer than " + LEAST_IMAGES);
    }
    double[][] centred = centred(activity);
    kernel = new double[images][images];
    for (int i = 0; i < images; i++) {
      for (int j = i + 1; j < images; j++) {
        double product = 0;
        for (int n = 0; n < centred[i].length; n++) {
          product += centred[i][n] * centred[j][n];
        }
        kernel[i][j] = product;
        kernel[j][i] = product;
      }
    }
    own = independence(kernel, kernel);
  }

  /** Activity less its mean over images: the same criterion, fewer digits lost. */
  private static double[][] centred(double[][] activity) {
    int neurons = activity[0].length;
    double[] mean = new double[neurons];
    for (double[] row : activity) {
      for (int n = 0; n < neurons; n++) {
        mean[n] += row[n] / activity.length;
      }
    }
    double[][] centred = new double[activity.length][neurons];
    for (int i = 0; i < activity.length; i++) {
      for (int n = 0; n < neurons; n++) {
        centred[i][n] = activity[i][n] - mean[n];
      }
    }
    return centred;
  }

  /**
   * The alignment with another population on the same images, at most 1; NaN where one of them
   * never varies.
   */
  public double with(KernelAlignment other) {
    if (other.kernel.length != kernel.length) {
      throw new IllegalArgumentException(kernel.length + " images against " + other.kernel.length);
    }
    return own > 0 && other.own > 0
        ? independence(kernel, other.kernel) / Math.sqrt(own * other.own)
        : Double.NaN;
  }

  /** The unbiased estimate, of kernels whose diagonals are 0. */
  private static double independence(double[][] k, double[][] l) {
    double n = k.length;
    double trace = 0;
    double sumK = 0;
    double sumL = 0;
    double rows = 0;
    for (int i = 0; i < k.length; i++) {
      double rowK = 0;
      double rowL = 0;
      for (int j = 0; j < k.length; j++) {
        trace += k[i][j] * l[i][j];
        rowK += k[i][j];
        rowL += l[i][j];
      }
      sumK += rowK;
      sumL += rowL;
      rows += rowK * rowL;
    }
    return (trace + sumK * sumL / ((n - 1) * (n - 2)) - 2 * rows / (n - 2)) / (n * (n - 3));
  }
}
