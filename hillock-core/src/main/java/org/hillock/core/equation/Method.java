package org.hillock.core.equation;

import java.util.Locale;

/** How equations that are not linear are integrated. Linear ones are integrated exactly. */
public enum Method {
  /** x + f·dt; of first order. */
  EULER,
  /**
   * Each variable as if it were linear in itself and all others stood still during the step; of
   * first order.
   */
  EXPONENTIAL_EULER,
  /** Runge and Kutta's, of fourth order. */
  RK4;

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
