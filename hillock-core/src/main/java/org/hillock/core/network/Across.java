package org.hillock.core.network;

import org.hillock.core.problem.UsageException;

/**
 * A number for each of the two directions of a sheet.
 *
 * @param vertical from row to row
 * @param horizontal from column to column
 */
public record Across(int vertical, int horizontal) {

  /** One to the next. */
  public static final Across ONE = both(1);

  /** The same in both directions. */
  public static Across both(int same) {
    return new Across(same, same);
  }

  /**
   * Checks both.
   *
   * @throws UsageException where one is below 1
   */
  Across requirePositive(String name) {
    if (vertical < 1 || horizontal < 1) {
      throw new UsageException(name, Math.min(vertical, horizontal) + " is not >= 1");
    }
    return this;
  }
}
