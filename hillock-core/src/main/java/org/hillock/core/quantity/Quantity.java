package org.hillock.core.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.problem.UsageException;

/**
 * A finite number with its unit, kept as it was written.
 *
 * @param value finite
 * @param unit any
 */
public record Quantity(double value, Unit unit) {

  private static final Pattern WRITTEN =
      Pattern.compile("\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\S.*)?");

  public Quantity {
    if (!Double.isFinite(value)) {
      throw new UsageException(value + " is not a finite number");
    }
  }

  public static Quantity of(double value, String unit) {
    return new Quantity(value, Unit.parse(unit));
  }

  /** A plain number. */
  public static Quantity of(double value) {
    return new Quantity(value, Unit.NONE);
  }

  /**
   * Reads {@code 20 ms}, {@code -70mV}, {@code 0.5}.
   *
   * @throws UsageException where the number or the unit cannot be read
   */
  public static Quantity parse(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      throw new UsageException(
          "'" + text + "' is not a number with a unit, such as '20 ms' or '-70 mV'");
    }
    String unit = m.group(2);
    return new Quantity(Double.parseDouble(m.group(1)), Unit.parse(unit == null ? "" : unit));
  }

  /**
   * The number in another unit.
   *
   * @throws UsageException where the dimensions differ
   */
  public double in(Unit wanted) {
    if (!unit.measuresLike(wanted)) {
      throw new UsageException(
          this
              + " is "
              + unit.dimension()
              + ", but "
              + wanted.dimension()
              + (wanted.symbol().isEmpty() ? "" : ", such as '1 " + wanted + "',")
              + " is needed here");
    }
    return unit.to(wanted, value);
  }

  /** The number as a person writes it: no trailing {@code .0}. */
  public static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? (value == 0 ? "0" : Long.toString((long) value))
        : Double.toString(value);
  }

  @Override
  public String toString() {
    return unit.symbol().isEmpty() ? text(value) : text(value) + " " + unit;
  }
}
