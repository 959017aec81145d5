package org.hillock.report.figure;

import java.nio.file.Path;

/** Something that can be drawn in the width that there is. */
public interface Drawable {

  /** Width in px for pages of a desktop and for files. */
  double WIDE = 720;

  /** Width in px for phones. */
  double NARROW = 344;

  /**
   * Lays it out.
   *
   * @param width px, at least {@link #NARROW}
   */
  Figure at(double width);

  /** As an {@code <svg>} element in the wide layout. */
  default String svg(Theme theme) {
    return at(WIDE).svg(theme);
  }

  /** As {@link Figure#svg(Path)} in the wide layout. */
  default void svg(Path file) {
    at(WIDE).svg(file);
  }

  /** As {@link Figure#png(Path)} in the wide layout. */
  default void png(Path file) {
    at(WIDE).png(file);
  }
}
