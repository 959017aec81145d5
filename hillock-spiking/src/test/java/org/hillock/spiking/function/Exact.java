package org.hillock.spiking.function;

/** What a function should give, to some 100 bits: a number times a power of two. */
record Exact(DoubleDouble value, int power) {

  private static final int TERMS = 30;

  /** 1 / k!. */
  private static final DoubleDouble[] INVERSE_FACTORIALS = new DoubleDouble[TERMS];

  static {
    INVERSE_FACTORIALS[0] = DoubleDouble.ONE;
    for (int k = 1; k < TERMS; k++) {
      INVERSE_FACTORIALS[k] = INVERSE_FACTORIALS[k - 1].over(DoubleDouble.of(k));
    }
  }

  /** How far a result is from this, in units in the last place, of which the least is 2^-1074. */
  double ulps(double result) {
    int exponent = value.high() == 0 ? Double.MIN_EXPONENT : Math.getExponent(value.high()) + power;
    if (Double.isInfinite(result)) {
      // it stands for the power of two after the last number
      return exponent > Double.MAX_EXPONENT || Double.isInfinite(Math.scalb(value.high(), power))
          ? 0
          : Double.POSITIVE_INFINITY;
    }
    double off = Math.scalb(result, -power) - value.high() - value.low();
    int unit = Math.max(exponent, Double.MIN_EXPONENT) - 52 - power;
    return Math.abs(Math.scalb(off, -unit));
  }

  private static Exact of(DoubleDouble value) {
    return new Exact(value, 0);
  }

  private DoubleDouble whole() {
    return value.scaled(power);
  }

  /** A series of powers of x over factorials, shifted by so many. */
  private static DoubleDouble series(DoubleDouble x, int shift, int step, int terms) {
    DoubleDouble sum = DoubleDouble.ZERO;
    for (int k = terms - 1; k >= 0; k--) {
      sum = sum.times(x).plus(INVERSE_FACTORIALS[k * step + shift]);
    }
    return sum;
  }

  static Exact exp(double x) {
    return exp(DoubleDouble.of(x));
  }

  private static Exact exp(DoubleDouble x) {
    int n = (int) Math.rint(x.high() / DoubleDouble.LN2.high());
    DoubleDouble r = x.minus(DoubleDouble.LN2.times(n)).scaled(-6);
    DoubleDouble power = series(r, 0, 1, 14);
    for (int k = 0; k < 6; k++) {
      power = power.times(power);
    }
    return new Exact(power, n);
  }

  static Exact exprel(double x) {
    DoubleDouble wide = DoubleDouble.of(x);
    if (Math.abs(x) < 0.5) {
      return of(series(wide, 1, 1, 26));
    }
    Exact power = exp(x);
    if (power.power > 120) {
      return new Exact(power.value.over(wide), power.power);
    }
    return of((power.power < -200 ? DoubleDouble.ZERO : power.whole()).plus(-1).over(wide));
  }

  static Exact sigmoid(double x) {
    Exact power = exp(-Math.abs(x));
    if (power.power < -200) {
      return x < 0 ? power : of(DoubleDouble.ONE);
    }
    DoubleDouble whole = power.whole();
    return of((x < 0 ? whole : DoubleDouble.ONE).over(whole.plus(1)));
  }

  static Exact tanh(double x) {
    if (Math.abs(x) > 60) {
      return of(DoubleDouble.of(Math.signum(x)));
    }
    DoubleDouble less = exprel(2 * x).whole().times(2 * x);
    return of(less.over(less.plus(2)));
  }

  static Exact log(double x) {
    return of(logarithm(x));
  }

  private static DoubleDouble logarithm(double x) {
    if (Math.abs(x - 1) < 0.01) {
      DoubleDouble f = DoubleDouble.of(x - 1);
      DoubleDouble s = f.over(f.plus(2));
      DoubleDouble square = s.times(s);
      DoubleDouble sum = DoubleDouble.ZERO;
      for (int k = 27; k > 0; k -= 2) {
        sum = sum.times(square).plus(DoubleDouble.ONE.over(DoubleDouble.of(k)));
      }
      return sum.times(s).times(2);
    }
    double guess = StrictMath.log(x);
    Exact power = exp(-guess);
    // x may be subnormal and the power beyond the largest number, so one half of the scale each
    double near = Math.scalb(x, power.power / 2);
    DoubleDouble e = power.value.times(near).scaled(power.power - power.power / 2).plus(-1);
    return e.minus(e.times(e).scaled(-1)).plus(guess);
  }

  static Exact pow(double x, double y) {
    Exact power = exp(logarithm(Math.abs(x)).times(y));
    return x < 0 && y % 2 != 0 ? new Exact(power.value.negated(), power.power) : power;
  }

  static Exact sin(double x) {
    return circular(x, 0);
  }

  static Exact cos(double x) {
    return circular(x, 1);
  }

  /** The sine of x and so many quarters of a turn more. */
  private static Exact circular(double x, int quarters) {
    double n = Math.rint(x / (Math.PI / 2));
    DoubleDouble less = DoubleDouble.of(n).negated();
    DoubleDouble r =
        less.times(0x1.921fb54442d18p0)
            .plus(x)
            .plus(less.times(0x1.1a62633145c07p-54))
            .plus(less.times(-0x1.f1976b7ed8fbcp-110));
    DoubleDouble square = r.times(r).negated();
    int quarter = (int) ((long) n + quarters) & 3;
    DoubleDouble result =
        (quarter & 1) == 0 ? series(square, 1, 2, 14).times(r) : series(square, 0, 2, 14);
    return of((quarter & 2) == 0 ? result : result.negated());
  }
}
