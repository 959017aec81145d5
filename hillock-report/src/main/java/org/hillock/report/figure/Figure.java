package org.hillock.report.figure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.files.WholeFile;

/**
 * A finished drawing.
 *
 * @param width px
 * @param height px
 * @param title read out in place of the drawing
 * @param description what it shows, for those who cannot see it
 * @param marks from back to front
 */
public record Figure(
    double width, double height, String title, String description, List<Mark> marks) {

  /** White around a figure that stands in a file of its own, in px. */
  static final double MARGIN = 12;

  public Figure {
    marks = List.copyOf(marks);
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("a figure of " + width + " × " + height + " px");
    }
  }

  /** As the text of an {@code <svg>} element. */
  public String svg(Theme theme) {
    return SvgWriter.write(this, theme);
  }

  /**
   * Writes an SVG file for white paper.
   *
   * @throws org.hillock.core.problem.FailureException where it cannot be written
   */
  public void svg(Path file) {
    String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(Theme.LIGHT) + "\n";
    WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a PNG file for white paper, two dots for each px.
   *
   * @throws org.hillock.core.problem.FailureException where it cannot be written
   */
  public void png(Path file) {
    WholeFile.write(file, PngWriter.write(this));
  }
}
