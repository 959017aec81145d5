package org.hillock.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them; those for programs are in comparison.json. */
public final class NumberText {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /**
   * Three significant digits; whole numbers below ten million in full with commas; powers of ten
   * beyond that and below a thousandth.
   */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
    }
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (size >= 1e7 || size < 1e-3) {
      return scientific(value);
    }
    if (size >= 1000 || value == Math.rint(value)) {
      return minus(String.format(java.util.Locale.ROOT, "%,d", Math.round(value)));
    }
    return minus(significant(value, 3).stripTrailingZeros().toPlainString());
  }

  /** A share 0..1 in percent with one decimal, without it where it is whole. */
  public static String percent(double share) {
    BigDecimal tenths =
        BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    if (share != 0 && tenths.signum() == 0) {
      return share > 0 ? "< 0.1 %" : "> −0.1 %";
    }
    return minus((tenths.scale() < 0 ? tenths.setScale(0) : tenths).toPlainString()) + " %";
  }

  /** The same with exactly one decimal, for columns. */
  public static String percentAligned(double share) {
    return minus(
            BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_EVEN).toPlainString())
        + " %";
  }

  /** {@code 10⁶}, {@code 10⁻³}. */
  public static String powerOfTen(int exponent) {
    StringBuilder text = new StringBuilder("10");
    if (exponent < 0) {
      text.append('⁻');
    }
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String scientific(double value) {
    BigDecimal rounded = significant(value, 3);
    int exponent = rounded.precision() - rounded.scale() - 1;
    String lead = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
    return lead.equals("1") ? powerOfTen(exponent) : minus(lead) + " × " + powerOfTen(exponent);
  }

  private static BigDecimal significant(double value, int digits) {
    return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
