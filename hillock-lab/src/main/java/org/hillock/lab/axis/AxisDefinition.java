package org.hillock.lab.axis;

/**
 * What is asked of every network.
 *
 * @param id key in comparison.json, such as {@code damage}
 * @param title for people, such as {@code Damage}
 * @param question in plain words
 * @param measures what its value is, as a noun phrase that can stand on an axis of a figure
 * @param scale how its values are best drawn
 */
public record AxisDefinition(
    String id, String title, String question, String measures, Scale scale) {

  /** How values are drawn. */
  public enum Scale {
    /** Ordinary numbers. */
    LINEAR,
    /** Numbers over many powers of ten. */
    LOGARITHMIC,
    /** 0..1, drawn as a percentage. */
    SHARE,
    /** A correlation, drawn from -1 to 1. */
    CORRELATION
  }
}
