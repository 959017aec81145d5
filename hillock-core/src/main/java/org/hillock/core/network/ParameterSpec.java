package org.hillock.core.network;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * A parameter that a neuron model has.
 *
 * @param name as in a network file
 * @param standard its value where none is given
 * @param range which values it may take, in the unit of {@code standard}
 * @param meaning in a few words
 */
public record ParameterSpec(String name, Quantity standard, Range range, String meaning) {

  /** Allowed values. */
  public enum Range {
    ANY("is not a finite number"),
    POSITIVE("is not > 0"),
    NOT_NEGATIVE("is not >= 0");

    private final String complaint;

    Range(String complaint) {
      this.complaint = complaint;
    }

    boolean holds(double value) {
      return switch (this) {
        case ANY -> Double.isFinite(value);
        case POSITIVE -> value > 0;
        case NOT_NEGATIVE -> value >= 0;
      };
    }
  }

  /**
   * Checks values given for this parameter.
   *
   * @throws UsageException with the path, the value and what is allowed
   */
  public void check(String path, Values values, Shape shape) {
    values.check(path, shape, standard.unit().dimension());
    if (values instanceof Values.Constant(Quantity quantity)) {
      if (!range.holds(quantity.value())) {
        throw new UsageException(path, quantity + " " + complaint(quantity));
      }
    } else if (range != Range.ANY && !range.holds(values.least())) {
      throw new UsageException(
          path,
          values.described()
              + " can give "
              + Quantity.text(values.least())
              + ", which "
              + range.complaint);
    }
  }

  private String complaint(Quantity quantity) {
    String unit = quantity.unit().symbol();
    return range.complaint + (range == Range.ANY || unit.isEmpty() ? "" : " " + unit);
  }
}
