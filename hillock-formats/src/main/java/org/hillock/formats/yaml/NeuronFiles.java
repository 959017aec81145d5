package org.hillock.formats.yaml;

import java.nio.file.Path;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;

/** Files with one neuron's text ({@code *.neuron}). */
public final class NeuronFiles {

  /** How such files end. */
  public static final String ENDING = ".neuron";

  /** A text has at most 65536 characters, of at most 4 bytes. */
  private static final long LARGEST_BYTES = 4 * 65_536;

  private NeuronFiles() {}

  /**
   * The model of a file.
   *
   * @throws org.hillock.core.problem.UsageException with file, line and what is wrong
   * @throws org.hillock.core.problem.FailureException where the disk fails
   */
  public static NeuronModel read(Path file) {
    return NeuronTexts.read(file.toString(), text(file));
  }

  static String text(Path file) {
    return SmallFile.text(file, "a neuron's text", LARGEST_BYTES);
  }
}
