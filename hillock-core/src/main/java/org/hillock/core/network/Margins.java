package org.hillock.core.network;

import org.hillock.core.problem.UsageException;

/**
 * Rows and columns that a sheet is thought to have beyond its rims; nobody is there.
 *
 * @param top rows above
 * @param left columns before
 * @param bottom rows below
 * @param right columns after
 */
public record Margins(int top, int left, int bottom, int right) {

  /** None. */
  public static final Margins NONE = all(0);

  /**
   * Checks all.
   *
   * @throws UsageException where one is below 0
   */
  public Margins {
    int least = Math.min(Math.min(top, left), Math.min(bottom, right));
    if (least < 0) {
      throw new UsageException("padding", least + " is not >= 0");
    }
  }

  /** The same on every side. */
  public static Margins all(int same) {
    return new Margins(same, same, same, same);
  }
}
