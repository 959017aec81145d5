package org.hillock.report.figure;

/**
 * What figures write by themselves, in the language of their reader.
 *
 * @param undefined where there is no value
 * @param notFromZero after the name of an axis that begins above 0
 * @param logarithmic after the name of a logarithmic axis
 * @param cutOff after the name of an axis that ends above its lowest value
 * @param neurons how many there are, {@code %,d} for the number
 * @param timeMs name of an axis of time
 * @param strengthens at an arrow of positive weight
 * @param weakens at an arrow of negative weight
 */
public record FigureWords(
    String undefined,
    String notFromZero,
    String logarithmic,
    String cutOff,
    String neurons,
    String timeMs,
    String strengthens,
    String weakens) {

  /** In English. */
  public static final FigureWords ENGLISH =
      new FigureWords(
          "not defined",
          "axis not from 0",
          "log scale",
          "cut off at the left: arrows lead to lower values",
          "%,d neurons",
          "time (ms)",
          "raises",
          "lowers");

  /** The name of an axis with a note behind it. */
  static String noted(String label, String note) {
    return label + " – " + note;
  }
}
