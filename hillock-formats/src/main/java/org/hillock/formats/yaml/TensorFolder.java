package org.hillock.formats.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.safetensors.SafetensorsFile;
import org.hillock.formats.safetensors.Tensor;

/** The safetensors files beside a network file; each is opened once. */
final class TensorFolder {

  private final Path folder;
  private final Map<Path, SafetensorsFile> opened = new HashMap<>();

  TensorFolder(Path folder) {
    this.folder = folder;
  }

  /** The tensor that {@code {file: …, tensor: …}} names. */
  Tensor tensor(Fields fields) {
    String file = fields.text("file");
    String name = fields.text("tensor");
    return Place.within(fields.path(), () -> open(file).tensor(name));
  }

  private SafetensorsFile open(String file) {
    Path path;
    try {
      path = folder.resolve(file).normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("'" + file + "' is not a file's name");
    }
    if (!path.startsWith(folder.normalize()) || file.isBlank()) {
      throw new UsageException("file '" + file + "' is not in the folder of the network file");
    }
    return opened.computeIfAbsent(path, SafetensorsFile::open);
  }

  /**
   * The numbers of a tensor, which must be a plain list or have the shape that is needed, so that a
   * transposed matrix is not taken for the right one.
   */
  static void checkShape(String path, Tensor tensor, List<Long> needed) {
    if (tensor.shape().size() > 1 && !tensor.shape().equals(needed)) {
      throw new UsageException(
          path, "the tensor has shape " + tensor.shape() + " where " + needed + " is needed");
    }
  }
}
