package org.hillock.formats.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * An array file of NumPy: format versions 1 to 3 with numbers in C order (NumPy Enhancement
 * Proposal 1).
 *
 * @param type kind and bytes of an element, such as {@code f4}, {@code i8}, {@code b1}
 * @param dims extent of each axis, none for a single number
 * @param bytes of the elements, little-endian
 */
public record NpyFile(String type, List<Long> dims, ByteBuffer bytes) {

  /** The ending of such a file. */
  public static final String ENDING = ".npy";

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<|=>])([fiub][1-8])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");

  public NpyFile {
    dims = List.copyOf(dims);
    bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads a file.
   *
   * @throws UsageException where it is no such file, or one that is not read, with the reason
   */
  public static NpyFile read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new UsageException(path + ": there is no such file");
    }
    byte[] all;
    try {
      all = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new FailureException(path + ": cannot be read: " + e.getMessage(), e);
    }
    ByteBuffer in = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    for (byte expected : MAGIC) {
      if (!in.hasRemaining() || in.get() != expected) {
        throw new UsageException(path + ": is no NumPy array");
      }
    }
    int least = Short.BYTES + Short.BYTES;
    if (in.remaining() < least) {
      throw new UsageException(path + ": ends within its header");
    }
    int version = in.get();
    in.get();
    long length = version == 1 ? in.getShort() & 0xffff : longLength(path, in);
    if (length > in.remaining() || length > LONGEST_HEADER) {
      throw new UsageException(path + ": ends within its header");
    }
    byte[] header = new byte[(int) length];
    in.get(header);
    return of(path, new String(header, StandardCharsets.UTF_8), in.slice());
  }

  private static long longLength(Path path, ByteBuffer in) {
    if (in.remaining() < Integer.BYTES) {
      throw new UsageException(path + ": ends within its header");
    }
    return Integer.toUnsignedLong(in.getInt());
  }

  private static NpyFile of(Path path, String header, ByteBuffer bytes) {
    Matcher type = TYPE.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!type.find() || !order.find() || !shape.find()) {
      throw new UsageException(
          path
              + ": its header cannot be read: "
              + header.strip()
              + "; arrays of numbers and truths can");
    }
    if (type.group(1).equals(">")) {
      throw new UsageException(path + ": has its bytes in big-endian order; save it as '<'");
    }
    if (order.group(1).equals("True")) {
      throw new UsageException(
          path + ": is in Fortran order; save it with numpy.ascontiguousarray first");
    }
    List<Long> dims = new ArrayList<>();
    long needed = type.group(2).charAt(1) - '0';
    try {
      for (String extent : shape.group(1).split(",")) {
        if (!extent.isBlank()) {
          dims.add(Long.parseLong(extent.strip()));
          needed = Math.multiplyExact(needed, dims.getLast());
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new UsageException(path + ": its shape (" + shape.group(1) + ") is beyond all bounds");
    }
    if (needed != bytes.remaining()) {
      throw new UsageException(
          path
              + ": shape ("
              + shape.group(1)
              + ") of "
              + type.group(2)
              + " takes "
              + needed
              + " bytes, but there are "
              + bytes.remaining());
    }
    return new NpyFile(type.group(2), dims, bytes);
  }

  /**
   * All elements as numbers, the last axis fastest.
   *
   * @throws UsageException where they are no real numbers
   */
  public double[] numbers() {
    ByteBuffer data = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int width = Character.digit(type.charAt(type.length() - 1), 10);
    double[] numbers = new double[data.remaining() / Math.max(1, width)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (type) {
            case "f2" -> Float.float16ToFloat(data.getShort());
            case "f4" -> data.getFloat();
            case "f8" -> data.getDouble();
            case "b1", "u1" -> Byte.toUnsignedInt(data.get());
            case "i1" -> data.get();
            case "i2" -> data.getShort();
            case "u2" -> Short.toUnsignedInt(data.getShort());
            case "i4" -> data.getInt();
            case "u4" -> Integer.toUnsignedLong(data.getInt());
            case "i8" -> data.getLong();
            default ->
                throw new UsageException(
                    "a NumPy array of type " + type + " holds no real numbers");
          };
    }
    return numbers;
  }

  /**
   * Writes it.
   *
   * @throws FailureException where that cannot be done
   */
  public void write(Path path) {
    String shape = dims.stream().map(d -> d + ",").collect(Collectors.joining(" "));
    String order = type.endsWith("1") ? "|" : "<";
    String header =
        "{'descr': '" + order + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    int fixed = MAGIC.length + 2 + Short.BYTES;
    int padded = (fixed + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - fixed;
    ByteBuffer out =
        ByteBuffer.allocate(fixed + padded + bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
    out.put(header.getBytes(StandardCharsets.US_ASCII));
    while (out.position() < fixed + padded - 1) {
      out.put((byte) ' ');
    }
    out.put((byte) '\n').put(bytes.duplicate());
    try {
      Files.write(path, out.array());
    } catch (IOException e) {
      throw new FailureException(path + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
