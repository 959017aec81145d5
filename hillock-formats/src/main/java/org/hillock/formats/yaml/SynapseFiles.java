package org.hillock.formats.yaml;

import java.nio.file.Path;
import org.hillock.core.equation.SynapseText;

/** Files with the text of one rule of plastic synapses ({@code *.synapse}). */
public final class SynapseFiles {

  /** How such files end. */
  public static final String ENDING = ".synapse";

  private static final long LARGEST_BYTES = 4 * 65_536;

  private SynapseFiles() {}

  /**
   * The rule of a file.
   *
   * @throws org.hillock.core.problem.UsageException with file, line and what is wrong
   * @throws org.hillock.core.problem.FailureException where the disk fails
   */
  public static SynapseText read(Path file) {
    return SynapseText.read(file.toString(), text(file));
  }

  static String text(Path file) {
    return SmallFile.text(file, "a synapse's text", LARGEST_BYTES);
  }
}
