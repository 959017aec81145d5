package org.hillock.formats.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.hillock.core.problem.UsageException;

/**
 * The files that another file may name: those in its folder or below.
 *
 * @param folder of the naming file
 * @param named what the naming file is, such as {@code the network file}
 */
record Neighbours(Path folder, String named) {

  /**
   * What is made of a file beside.
   *
   * @param path where the file is named, for messages
   * @throws UsageException at the path, where the file lies elsewhere or cannot be made use of
   */
  <T> T read(String path, String file, Function<Path, T> made) {
    try {
      return made.apply(beside(file));
    } catch (UsageException e) {
      throw new UsageException(path, String.valueOf(e.getMessage()));
    }
  }

  private Path beside(String file) {
    Path path;
    try {
      path = folder.resolve(file).normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("'" + file + "' is not a file's name");
    }
    if (!path.startsWith(folder.normalize()) || file.isBlank()) {
      throw new UsageException("file '" + file + "' is not in the folder of " + named);
    }
    return path;
  }
}
