package org.hillock.core.equation;

import java.util.Set;

/** Names that mean the same in every text. */
public final class Reserved {

  /** Time since the beginning. */
  public static final String TIME = "t";

  /** The step. */
  public static final String STEP = "dt";

  /** White noise of unit strength: its unit is one over the square root of a time. */
  public static final String NOISE = "xi";

  /**
   * Weight of an arriving spike, in the statements of a receptor; at least 0 where it has a sign.
   */
  public static final String WEIGHT = "w";

  public static final Set<String> NAMES = Set.of(TIME, STEP, NOISE, WEIGHT);

  private Reserved() {}
}
