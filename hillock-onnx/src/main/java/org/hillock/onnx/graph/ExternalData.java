package org.hillock.onnx.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.proto.StringStringEntryProto;
import org.hillock.onnx.proto.TensorProto;

/**
 * Tensors that lie in files beside an ONNX file: only such as lie in its folder or below it, and
 * not by way of a link that leads out of it.
 *
 * @param folder absolute
 */
record ExternalData(Path folder) {

  /**
   * Where a tensor's bytes lie.
   *
   * @param file that holds them
   * @param offset of the first byte
   * @param length in bytes
   */
  record Place(Path file, long offset, long length) {}

  /**
   * Finds a tensor's bytes.
   *
   * @param place of the tensor, for the message of a problem
   * @throws UsageException where the file is missing or outside the folder, or too short, or the
   *     length is not what the shape needs
   */
  Place find(String place, TensorProto tensor) {
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    String location = entries.get("location");
    if (location == null || location.isEmpty()) {
      throw new UsageException(place, "lies in another file, but it is not said in which");
    }
    ElementType type = Tensors.type(place, tensor);
    if (type == ElementType.STRING) {
      throw new UsageException(place, "texts cannot lie in another file");
    }
    Path file = inside(place, location);
    long offset = number(place, "offset", entries.getOrDefault("offset", "0"));
    List<Long> dims = tensor.getDimsList();
    long needed;
    try {
      needed = type.fileBytes(TensorData.elements(dims));
    } catch (ArithmeticException e) {
      throw new UsageException(
          place, TensorData.shape(dims) + " " + type + " has more bytes than can be counted");
    }
    long length =
        entries.containsKey("length")
            ? number(place, "length", String.valueOf(entries.get("length")))
            : needed;
    if (length != needed) {
      throw new UsageException(
          place,
          TensorData.shape(dims)
              + " "
              + type
              + " takes "
              + needed
              + " bytes, but its length is given as "
              + length);
    }
    long size = size(place, file);
    if (offset > size || length > size - offset) {
      throw new UsageException(
          place,
          "bytes "
              + offset
              + " to "
              + offset
              + " + "
              + length
              + " are beyond the end of "
              + file
              + ", which has "
              + size);
    }
    return new Place(file, offset, length);
  }

  private Path inside(String place, String location) {
    Path file;
    try {
      file = folder.resolve(location).normalize();
      if (Path.of(location).isAbsolute() || !file.startsWith(folder.normalize())) {
        throw new UsageException(
            place,
            "lies in '" + location + "', outside the model's folder " + folder + ": not followed");
      }
    } catch (InvalidPathException e) {
      throw new UsageException(place, "lies in '" + location + "', which is no file name");
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(place, "lies in '" + location + "', but there is no file " + file);
    }
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw new UsageException(
            place,
            "lies in '"
                + location
                + "', a link that leads out of the model's folder "
                + folder
                + ": not followed");
      }
    } catch (IOException e) {
      throw new FailureException(file + ": cannot be found: " + e.getMessage(), e);
    }
    return file;
  }

  private static long number(String place, String key, String text) {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(place, key + " '" + text + "' is not a whole number >= 0");
  }

  private static long size(String place, Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new FailureException(place + ": " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Maps a tensor's bytes. */
  TensorData read(String place, TensorProto tensor) {
    Place found = find(place, tensor);
    ElementType type = Tensors.type(place, tensor);
    if (found.length() > Integer.MAX_VALUE) {
      throw new UsageException(
          place, found.length() + " bytes are too many to be looked at as one array");
    }
    try (FileChannel channel = FileChannel.open(found.file(), StandardOpenOption.READ)) {
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, found.offset(), found.length())
              .order(ByteOrder.LITTLE_ENDIAN);
      int count = Math.toIntExact(TensorData.elements(tensor.getDimsList()));
      return TensorData.of(type, tensor.getDimsList(), Tensors.unpacked(type, count, bytes));
    } catch (IOException e) {
      throw new FailureException(found.file() + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
