package org.hillock.formats.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

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
   * @throws UsageException with file, line and what is wrong
   * @throws FailureException where the disk fails
   */
  public static NeuronModel read(Path file) {
    return NeuronTexts.read(file.toString(), text(file));
  }

  static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + ": is a folder, not a neuron's text");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST_BYTES) {
        throw new UsageException(file + ": " + bytes + " bytes are too large for a neuron's text");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new UsageException(file + ": is not UTF-8 text");
    } catch (IOException e) {
      throw new FailureException(file + ": could not be read: " + e.getMessage(), e);
    }
  }
}
