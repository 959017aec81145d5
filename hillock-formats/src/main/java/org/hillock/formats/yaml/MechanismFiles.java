package org.hillock.formats.yaml;

import java.nio.file.Path;
import org.hillock.core.equation.MechanismText;

/** Files with the text of one channel, pool or receptor ({@code *.mechanism}). */
public final class MechanismFiles {

  /** How such files end. */
  public static final String ENDING = ".mechanism";

  private static final long LARGEST_BYTES = 4 * 65_536;

  private MechanismFiles() {}

  /**
   * The mechanism of a file.
   *
   * @throws org.hillock.core.problem.UsageException with file, line and what is wrong
   * @throws org.hillock.core.problem.FailureException where the disk fails
   */
  public static MechanismText read(Path file) {
    return read(file.toString(), file);
  }

  /** The same, with a name for messages. */
  static MechanismText read(String name, Path file) {
    return MechanismText.read(name, SmallFile.text(file, "a mechanism's text", LARGEST_BYTES));
  }
}
