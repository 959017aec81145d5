package org.hillock.lab.diagnosis;

/**
 * A number that speaks for or against a finding.
 *
 * @param measure what was measured
 * @param value what came of it
 * @param unit of value, limit and control; empty for plain numbers
 * @param limit from which on it is a finding
 * @param above whether values at or above the limit are findings, else those at or below
 * @param control the same measure where there is nothing to find; not a number where none was taken
 * @param controlMeaning what the control is, empty without one
 */
public record Evidence(
    String measure,
    double value,
    String unit,
    double limit,
    boolean above,
    double control,
    String controlMeaning) {

  /** Without a control. */
  public static Evidence of(
      String measure, double value, String unit, double limit, boolean above) {
    return new Evidence(measure, value, unit, limit, above, Double.NaN, "");
  }

  /** Whether the limit is reached. */
  public boolean isFinding() {
    return above ? value >= limit : value <= limit;
  }
}
