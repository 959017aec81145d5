package org.hillock.formats.safetensors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hillock.core.files.WholeFile;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file: an 8-byte little-endian header length, a JSON header, the tensors' bytes.
 *
 * <p>Everything in the header is checked before a tensor is read: its length, types, and that the
 * tensors fill the rest of the file without a gap or overlap. To open a file reads no more than the
 * header, whatever its size; the tensors are mapped when the first is asked for, so that only what
 * is looked at comes from the disk.
 */
public final class SafetensorsFile {

  /** What a file's name ends in. */
  public static final String ENDING = ".safetensors";

  /** The longest header that the format allows. */
  static final long LONGEST_HEADER = 100_000_000;

  /** Written at once. */
  private static final long WRITTEN_BYTES = 1L << 24;

  private final Path path;
  private final long dataAt;
  private final long dataSize;
  private final Map<String, TensorEntry> entries;
  private final Map<String, String> metadata;
  private @Nullable MemorySegment mapped;

  private SafetensorsFile(Path path, long dataAt, long dataSize, HeaderReader.Header header) {
    this.path = path;
    this.dataAt = dataAt;
    this.dataSize = dataSize;
    this.entries = Collections.unmodifiableMap(header.entries());
    this.metadata = Collections.unmodifiableMap(header.metadata());
  }

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
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
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
                + (length > LONGEST_HEADER && length <= size - 8
                    ? ", more than the " + LONGEST_HEADER + " that the format allows"
                    : ": it is cut short or no safetensors file"));
      }
      byte[] bytes = read(path, channel, 8, (int) length).array();
      HeaderReader.Header header = HeaderReader.read(path.toString(), bytes);
      long dataSize = size - 8 - length;
      SafetensorsHeader.checkOffsets(path.toString(), header.entries(), dataSize);
      return new SafetensorsFile(path, 8 + length, dataSize, header);
    } catch (NoSuchFileException e) {
      throw new UsageException(path + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new UsageException(path + ": may not be read");
    } catch (IOException e) {
      throw new FailureException(path + ": could not be read: " + e.getMessage(), e);
    }
  }

  private static ByteBuffer read(Path path, FileChannel channel, long at, int count)
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

  /** The names of the tensors, in the header's order. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** What the header says of each tensor, in its order. */
  public Map<String, TensorEntry> entries() {
    return entries;
  }

  /** The texts that the header carries beside the tensors. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * One tensor, of any size; its numbers are read from the disk as they are asked for.
   *
   * @throws UsageException where there is none of that name (with the nearest)
   * @throws FailureException where the file cannot be mapped
   */
  public Tensor tensor(String name) {
    TensorEntry entry = entries.get(name);
    if (entry == null) {
      throw new UsageException(
          path + ": has no tensor '" + name + "'; " + NearestName.hint(name, entries.keySet()));
    }
    MemorySegment data = data().asSlice(entry.begin(), entry.end() - entry.begin());
    return new Tensor(entry.type(), entry.shape(), data);
  }

  private synchronized MemorySegment data() {
    MemorySegment known = mapped;
    if (known != null) {
      return known;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() < dataAt + dataSize) {
        throw new UsageException(path + ": has become shorter since it was opened");
      }
      // unmapped when the last tensor of it is forgotten
      MemorySegment fresh =
          channel.map(FileChannel.MapMode.READ_ONLY, dataAt, dataSize, Arena.ofAuto());
      mapped = fresh;
      return fresh;
    } catch (IOException e) {
      throw new FailureException(path + ": could not be read: " + e.getMessage(), e);
    }
  }

  /** Writes a file of these tensors: wide elements first, so that all lie aligned. */
  public static void write(Path path, Map<String, Tensor> tensors) {
    write(path, tensors, Map.of());
  }

  /** The same, with texts beside the tensors. */
  public static void write(Path path, Map<String, Tensor> tensors, Map<String, String> metadata) {
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    tensors.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue().type().bits()))
        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
    byte[] header = SafetensorsHeader.write(ordered, metadata);
    WholeFile.write(
        path,
        partial -> {
          try (var out = Files.newOutputStream(partial)) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : ordered.values()) {
              MemorySegment data = tensor.data();
              for (long at = 0; at < data.byteSize(); at += WRITTEN_BYTES) {
                long count = Math.min(WRITTEN_BYTES, data.byteSize() - at);
                out.write(data.asSlice(at, count).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
              }
            }
          }
        });
  }
}
