package org.hillock.lab.scene;

/**
 * What stands at a curve, a bar, a node.
 *
 * @param text the end of a key in the texts ({@code picture.ID.TEXT}), or what stands there as it
 *     is
 * @param key which of the two
 */
public record Label(String text, boolean key) {

  /** To be told in the reader's language. */
  public static Label key(String key) {
    return new Label(key, true);
  }

  /** The same in all languages: a number, the name of a cell. */
  public static Label literal(String text) {
    return new Label(text, false);
  }
}
