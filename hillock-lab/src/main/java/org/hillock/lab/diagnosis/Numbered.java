package org.hillock.lab.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers within sentences: three digits. */
final class Numbered {

  private Numbered() {}

  static String of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
    }
    return value == 0
        ? "0"
        : BigDecimal.valueOf(value)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
            .replace('-', '−');
  }
}
