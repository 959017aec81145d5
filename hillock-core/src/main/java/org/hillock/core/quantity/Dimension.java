package org.hillock.core.quantity;

import java.util.StringJoiner;

/**
 * A physical dimension as integer exponents of the SI base quantities that occur here.
 *
 * @param length exponent of the metre
 * @param mass exponent of the kilogram
 * @param time exponent of the second
 * @param current exponent of the ampere
 * @param temperature exponent of the kelvin
 * @param amount exponent of the mole
 */
public record Dimension(int length, int mass, int time, int current, int temperature, int amount) {

  public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0);
  public static final Dimension LENGTH = new Dimension(1, 0, 0, 0, 0, 0);
  public static final Dimension MASS = new Dimension(0, 1, 0, 0, 0, 0);
  public static final Dimension TIME = new Dimension(0, 0, 1, 0, 0, 0);
  public static final Dimension CURRENT = new Dimension(0, 0, 0, 1, 0, 0);
  public static final Dimension TEMPERATURE = new Dimension(0, 0, 0, 0, 1, 0);
  public static final Dimension AMOUNT = new Dimension(0, 0, 0, 0, 0, 1);
  public static final Dimension RATE = NONE.over(TIME);
  public static final Dimension CHARGE = CURRENT.times(TIME);
  public static final Dimension ENERGY = MASS.times(LENGTH.power(2)).over(TIME.power(2));
  public static final Dimension VOLTAGE = ENERGY.over(CHARGE);
  public static final Dimension CONDUCTANCE = CURRENT.over(VOLTAGE);
  public static final Dimension CAPACITANCE = CHARGE.over(VOLTAGE);
  public static final Dimension VOLTAGE_RATE = VOLTAGE.over(TIME);
  public static final Dimension CONCENTRATION = AMOUNT.over(LENGTH.power(3));

  public Dimension times(Dimension o) {
    return new Dimension(
        length + o.length,
        mass + o.mass,
        time + o.time,
        current + o.current,
        temperature + o.temperature,
        amount + o.amount);
  }

  public Dimension over(Dimension o) {
    return times(o.power(-1));
  }

  public Dimension power(int n) {
    return new Dimension(length * n, mass * n, time * n, current * n, temperature * n, amount * n);
  }

  /** The name a user knows it by, or the base exponents. */
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "a plain number";
    }
    if (equals(TIME)) {
      return "a time";
    }
    if (equals(RATE)) {
      return "a rate (1/time)";
    }
    if (equals(VOLTAGE)) {
      return "a voltage";
    }
    if (equals(CURRENT)) {
      return "a current";
    }
    if (equals(CONDUCTANCE)) {
      return "a conductance";
    }
    if (equals(CAPACITANCE)) {
      return "a capacitance";
    }
    if (equals(LENGTH)) {
      return "a length";
    }
    if (equals(VOLTAGE_RATE)) {
      return "a voltage per time";
    }
    if (equals(CONCENTRATION)) {
      return "a concentration";
    }
    StringJoiner text = new StringJoiner("·");
    int[] exponents = {length, mass, time, current, temperature, amount};
    String[] names = {"m", "kg", "s", "A", "K", "mol"};
    for (int i = 0; i < exponents.length; i++) {
      if (exponents[i] != 0) {
        text.add(exponents[i] == 1 ? names[i] : names[i] + "^" + exponents[i]);
      }
    }
    return text.toString();
  }
}
