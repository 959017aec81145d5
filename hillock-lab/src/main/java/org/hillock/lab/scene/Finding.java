package org.hillock.lab.scene;

/**
 * A number that an experiment gave. What it means stands in the texts, under {@code number.ID}.
 *
 * @param id unique in the scene: lower-case letters, digits, dots and hyphens
 * @param value may be NaN where there is none
 * @param unit such as {@code ms}, {@code Hz}, {@code %}, {@code bit}; empty for plain numbers
 */
public record Finding(String id, double value, String unit) {

  /** A plain number. */
  public static Finding of(String id, double value) {
    return new Finding(id, value, "");
  }
}
