package org.hillock.app.terminal;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.hillock.core.problem.UsageException;

/**
 * The surroundings of a command.
 *
 * @param out takes answers
 * @param err takes progress and problems
 * @param live whether {@code err} is a screen, on which a line can be rewritten
 * @param columns width of a line of {@code out}, in letters
 * @param folder that relative names count from
 * @param stopped whether the user has asked to stop
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean live,
    int columns,
    Path folder,
    BooleanSupplier stopped) {

  private static final int USUAL_COLUMNS = 100;
  private static final int LEAST_COLUMNS = 60;

  /** The surroundings of this process. */
  public static Terminal ofProcess(BooleanSupplier stopped) {
    boolean live = System.console() != null && System.console().isTerminal();
    return new Terminal(
        System.out, System.err, live, columns(System.getenv("COLUMNS")), Path.of(""), stopped);
  }

  private static int columns(@org.jspecify.annotations.Nullable String text) {
    return text != null && text.matches("[0-9]{2,4}")
        ? Math.max(LEAST_COLUMNS, Integer.parseInt(text))
        : USUAL_COLUMNS;
  }

  /**
   * A file or folder by the name that the user gave it.
   *
   * @param option that gave it, for the message
   * @throws UsageException where no file can have that name
   */
  public Path path(String option, String name) {
    if (name.isBlank()) {
      throw new UsageException(option + ": the name is empty");
    }
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": no file can be named '" + name + "': " + e.getReason());
    }
  }

  /** Prints a line of the answer. */
  public void say(String line) {
    out.println(line);
  }
}
