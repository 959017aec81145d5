package org.hillock.report.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hillock.core.problem.FailureException;

/** Files that are there whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes to a temporary name beside the file and renames; makes its folder where missing.
   *
   * @throws FailureException where it cannot be written; nothing is left behind then
   */
  public static void write(Path file, byte[] bytes) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(target.resolveSibling("."));
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw new FailureException("'" + file + "' cannot be written: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
