package org.hillock.app.verbs;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** A stretch of time that an option gives. */
final class TimeGiven {

  private TimeGiven() {}

  /**
   * In ms.
   *
   * @throws UsageException where it is no time above 0
   */
  static double ms(String option, String text) {
    try {
      Quantity quantity = Quantity.parse(text);
      double ms = quantity.in(Unit.MS);
      if (!(ms > 0)) {
        throw new UsageException(quantity + " is not > 0 ms");
      }
      return ms;
    } catch (UsageException e) {
      throw new UsageException(option, String.valueOf(e.getMessage()));
    }
  }
}
