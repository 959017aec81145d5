package org.hillock.formats.idx;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * One IDX file of unsigned bytes, plain or gzip: a big-endian magic number, the extents, the bytes.
 *
 * @param extents [images, rows, columns], or [labels]
 * @param bytes last extent fastest
 */
record IdxFile(int[] extents, byte[] bytes) {

  /** What a file holds, by its magic number: type unsigned byte (8), then how many extents. */
  enum Kind {
    LABELS(0x0801, 1),
    IMAGES(0x0803, 3);

    private final int magic;
    private final int axes;

    Kind(int magic, int axes) {
      this.magic = magic;
      this.axes = axes;
    }

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static IdxFile read(Path path, Kind kind) {
    try (InputStream in = open(path)) {
      checkMagic(path, kind, number(in));
      int[] extents = new int[kind.axes];
      long count = 1;
      for (int i = 0; i < extents.length; i++) {
        extents[i] = number(in);
        if (extents[i] < 1) {
          throw new UsageException(
              path + ": states a size of " + extents[i] + ", which is not >= 1");
        }
        count = saturated(count, extents[i]);
      }
      if (count > Integer.MAX_VALUE - 8) {
        throw new UsageException(
            path + ": states " + Arrays.toString(extents) + " bytes, more than 2 GiB");
      }
      byte[] bytes = in.readNBytes((int) count);
      if (bytes.length < count) {
        throw new UsageException(
            path
                + ": is cut short: "
                + bytes.length
                + " of "
                + count
                + " "
                + (kind == Kind.IMAGES ? "pixels" : "labels"));
      }
      if (in.read() >= 0) {
        throw new UsageException(path + ": more bytes follow the " + count + " that it states");
      }
      return new IdxFile(extents, bytes);
    } catch (EOFException e) {
      throw new UsageException(path + ": is cut short");
    } catch (ZipException e) {
      throw new UsageException(path + ": is damaged gzip: " + e.getMessage());
    } catch (IOException e) {
      throw new FailureException(path + ": could not be read: " + e.getMessage(), e);
    }
  }

  private static long saturated(long a, int b) {
    return a > Integer.MAX_VALUE ? a : a * b;
  }

  /** Gzip is known by its first two bytes, not by the file's name. */
  private static InputStream open(Path path) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16)) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static int number(InputStream in) throws IOException {
    byte[] four = in.readNBytes(4);
    if (four.length < 4) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(four).getInt();
  }

  private static void checkMagic(Path path, Kind wanted, int magic) {
    if (magic == wanted.magic) {
      return;
    }
    for (Kind other : Kind.values()) {
      if (magic == other.magic) {
        throw new UsageException(
            path
                + ": holds "
                + other.word()
                + " where "
                + wanted.word()
                + " are expected: are the images and labels files swapped?");
      }
    }
    throw new UsageException(
        String.format(
            java.util.Locale.ROOT,
            "%s: is not an IDX file of %s: it begins with 0x%08X, not 0x%08X",
            path,
            wanted.word(),
            magic,
            wanted.magic));
  }
}
