package org.hillock.report.text;

import org.hillock.core.census.Amount;

/** Counts as people read them. */
final class AmountText {

  /** What is counted and below this is written out. */
  private static final long WRITTEN_OUT = 1_000_000_000_000L;

  private AmountText() {}

  /** Three digits of what is estimated, all of what is counted. */
  static String brief(Amount amount) {
    return switch (amount.state()) {
      case EXACT -> number(amount.value());
      case ESTIMATE -> NumberText.number(amount.value());
      case PARTLY -> "> " + number(amount.value());
      case UNKNOWN -> "not counted";
      case UNDEFINED -> "–";
    };
  }

  /** All digits of what is counted. */
  static String exact(Amount amount) {
    return switch (amount.state()) {
      case EXACT -> whole(amount.value());
      case PARTLY -> "> " + whole(amount.value());
      case ESTIMATE, UNKNOWN, UNDEFINED -> brief(amount);
    };
  }

  /** From least to most, where there is a range. */
  static String range(Amount amount) {
    return NumberText.number(amount.least()) + " to " + NumberText.number(amount.most());
  }

  static String whole(long value) {
    return String.format(java.util.Locale.ROOT, "%,d", value);
  }

  private static String number(long value) {
    return value < WRITTEN_OUT ? whole(value) : NumberText.number(value);
  }
}
