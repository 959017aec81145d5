package org.hillock.core.random;

/**
 * The inverse of the cumulative normal distribution, by rational approximations with a relative
 * error of about 1e-16: Wichura 1988, algorithm AS 241 (PPND16), doi 10.2307/2347330.
 */
final class NormalQuantile {

  static final double[] CENTRE_ABOVE = {
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
    4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
    1.3314166789178437745e2, 3.3871328727963666080
  };
  static final double[] CENTRE_BELOW = {
    5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
    2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
    4.2313330701600911252e1, 1
  };
  static final double[] TAIL_ABOVE = {
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550,
    4.63033784615654529590, 1.42343711074968357734
  };
  static final double[] TAIL_BELOW = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940,
    2.05319162663775882187, 1
  };
  private static final double[] FAR_ABOVE = {
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580,
    5.46378491116411436990, 6.65790464350110377720
  };
  private static final double[] FAR_BELOW = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
    7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
    5.99832206555887937690e-1, 1
  };

  /** How far from one half a probability is that belongs to the centre. */
  static final double CENTRE = 0.425;

  /** Where the approximation of the tails is centred, and up to where it holds. */
  static final double TAIL = 1.6;

  static final double FAR = 5;

  private NormalQuantile() {}

  /** The probability, in (0, 1), that random bits stand for. */
  static double probability(long bits) {
    return (bits >>> 12) * 0x1p-52 + 0x1p-53;
  }

  /** The number that a standard normal is below with probability {@code p}, in (0, 1). */
  static double at(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= CENTRE) {
      double r = 0.180625 - q * q;
      return q * ratio(CENTRE_ABOVE, CENTRE_BELOW, r);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double x = r <= FAR ? ratio(TAIL_ABOVE, TAIL_BELOW, r - TAIL) : far(r);
    return q < 0 ? -x : x;
  }

  /** Beyond the tails; {@code r} as in {@link #at}. */
  static double far(double r) {
    return ratio(FAR_ABOVE, FAR_BELOW, r - FAR);
  }

  private static double ratio(double[] above, double[] below, double r) {
    double numerator = above[0];
    double denominator = below[0];
    for (int i = 1; i < above.length; i++) {
      numerator = numerator * r + above[i];
      denominator = denominator * r + below[i];
    }
    return numerator / denominator;
  }
}
