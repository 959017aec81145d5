package org.hillock.formats.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/** Reads text files that people write by hand. */
final class SmallFile {

  private SmallFile() {}

  /**
   * The text of a file.
   *
   * @param what the file should be, such as {@code a neuron's text}
   * @throws UsageException where it is missing, too large or no text
   * @throws FailureException where the disk fails
   */
  static String text(Path file, String what, long largestBytes) {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + ": is a folder, not " + what);
    }
    try {
      long bytes = Files.size(file);
      if (bytes > largestBytes) {
        throw new UsageException(file + ": " + bytes + " bytes are too large for " + what);
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
