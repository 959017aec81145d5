package org.hillock.app.output;

import java.nio.file.Path;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.UsageException;
import org.hillock.report.figure.Drawable;

/** A drawing in a file that the user names. */
public final class DrawnFile {

  private DrawnFile() {}

  /**
   * Writes it as the file's ending says.
   *
   * @param name behind {@code --figure}
   * @throws UsageException where it ends neither in .png nor in .svg
   */
  public static void write(Terminal terminal, Drawable drawing, String name) {
    Path file = terminal.path("--figure", name);
    if (name.endsWith(".png")) {
      drawing.png(file);
    } else if (name.endsWith(".svg")) {
      drawing.svg(file);
    } else {
      throw new UsageException("--figure", "'" + name + "' ends neither in .png nor in .svg");
    }
  }
}
