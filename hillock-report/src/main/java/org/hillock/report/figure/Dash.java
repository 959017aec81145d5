package org.hillock.report.figure;

/** How a line is broken; tells series apart where colour does not. */
public enum Dash {
  SOLID(),
  DASHED(7, 4),
  DOTTED(1.6f, 3.2f),
  DASH_DOT(8, 3, 1.6f, 3),
  LONG(13, 4),
  DASH_DOT_DOT(8, 3, 1.6f, 3, 1.6f, 3),
  SHORT(4, 2.5f),
  SPARSE(2, 7);

  private final float[] pattern;

  Dash(float... pattern) {
    this.pattern = pattern;
  }

  /** Lengths of ink and gap in px, in turn; empty for an unbroken line. */
  float[] pattern() {
    return pattern.clone();
  }

  public static Dash of(int number) {
    return values()[Math.floorMod(number, values().length)];
  }
}
