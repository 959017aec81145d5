package org.hillock.formats.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.core.files.WholeFile;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A safetensors file: an 8-byte little-endian header length, a JSON header, the tensors' bytes.
 *
 * <p>Everything in the header is checked before a tensor is read: its length, types, and that the
 * tensors fill the rest of the file without a gap or overlap.
 */
public final class SafetensorsFile {

  /** The longest header that the format allows. */
  static final long LONGEST_HEADER = 100_000_000;

  private final Path path;
  private final long dataAt;
  private final Map<String, Entry> entries;

  private SafetensorsFile(Path path, long dataAt, Map<String, Entry> entries) {
    this.path = path;
    this.dataAt = dataAt;
    this.entries = entries;
  }

  /** Where one tensor's bytes lie, counted from the end of the header. */
  record Entry(ElementType type, List<Long> shape, long begin, long end) {}

  /**
   * Reads the header and checks it.
   *
   * @throws UsageException where the file is missing or is no whole safetensors file
   * @throws FailureException where the disk fails
   */
  public static SafetensorsFile open(Path path) {
    if (Files.isDirectory(path)) {
      throw new UsageException(path + ": is a folder, not a safetensors file");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      long size = channel.size();
      if (size < 8) {
        throw new UsageException(path + ": is cut short: " + size + " bytes hold no header");
      }
      long length = read(path, channel, 0, 8).getLong();
      if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
        throw new UsageException(
            path
                + ": states a header of "
                + Long.toUnsignedString(length)
                + " bytes in a file of "
                + size
                + ": it is cut short or no safetensors file");
      }
      byte[] header = read(path, channel, 8, (int) length).array();
      Map<String, Entry> entries = SafetensorsHeader.parse(path, header);
      checkOffsets(path, entries, size - 8 - length);
      return new SafetensorsFile(path, 8 + length, entries);
    } catch (NoSuchFileException e) {
      throw new UsageException(path + ": there is no such file");
    } catch (IOException e) {
      throw new FailureException(path + ": could not be read: " + e.getMessage(), e);
    }
  }

  private static ByteBuffer read(Path path, SeekableByteChannel channel, long at, int count)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(at);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new UsageException(path + ": ended while it was read");
      }
    }
    return bytes.flip();
  }

  private static void checkOffsets(Path path, Map<String, Entry> entries, long dataSize) {
    List<Map.Entry<String, Entry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long at = 0;
    for (Map.Entry<String, Entry> one : sorted) {
      Entry entry = one.getValue();
      String tensor = path + ": tensor '" + one.getKey() + "': ";
      if (entry.begin() != at) {
        throw new UsageException(
            tensor
                + "begins at byte "
                + entry.begin()
                + (entry.begin() < at ? " and overlaps another" : " after a gap")
                + "; expected "
                + at);
      }
      if (entry.end() > dataSize) {
        throw new UsageException(
            tensor + "ends at byte " + entry.end() + " of " + dataSize + ": the file is cut short");
      }
      at = entry.end();
    }
    if (at != dataSize) {
      throw new UsageException(path + ": " + (dataSize - at) + " bytes after the last tensor");
    }
  }

  /** The names of the tensors, in the header's order. */
  public Set<String> names() {
    return entries.keySet();
  }

  /**
   * Reads one tensor.
   *
   * @throws UsageException where there is none of that name (with the nearest), or it is beyond 2
   *     GiB
   */
  public Tensor tensor(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new UsageException(
          path + ": has no tensor '" + name + "'; " + NearestName.hint(name, entries.keySet()));
    }
    long bytes = entry.end() - entry.begin();
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new UsageException(path + ": tensor '" + name + "' is too large: " + bytes + " bytes");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      ByteBuffer data = read(path, channel, dataAt + entry.begin(), (int) bytes);
      return new Tensor(entry.type(), entry.shape(), data);
    } catch (IOException e) {
      throw new FailureException(path + ": could not be read: " + e.getMessage(), e);
    }
  }

  /** Writes a file of these tensors: eight-byte elements first, so that all lie aligned. */
  public static void write(Path path, Map<String, Tensor> tensors) {
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    tensors.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue().type().bytes()))
        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
    byte[] header = SafetensorsHeader.write(ordered);
    WholeFile.write(
        path,
        partial -> {
          try (var out = Files.newOutputStream(partial)) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : ordered.values()) {
              byte[] bytes = new byte[tensor.data().limit()];
              tensor.data().get(0, bytes);
              out.write(bytes);
            }
          }
        });
  }
}
