package org.hillock.formats.safetensors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.HillockException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Safetensors files with a few changes each, at addresses of their seed. */
final class MutatedFiles {

  /** What hostile headers are made of. */
  private static final List<String> BITS =
      List.of(
          "9223372036854775807",
          "-1",
          "18446744073709551616",
          "1e999",
          "0",
          "[",
          "]",
          "{",
          "}",
          "\"",
          ",",
          ":",
          "null",
          "[[[[[[[[",
          "\"dtype\":\"F4\",",
          "\"dtype\":\"BOOL\"",
          "\\ud800",
          "\u0000",
          "__metadata__",
          "\"shape\":[0]",
          "4294967296",
          "\"x\":{}",
          "0.5",
          "\t",
          "{\"a\":".repeat(600));

  private final byte[] good;
  private final Path file;

  MutatedFiles(Path folder) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ElementType type : ElementType.values()) {
      if (type.readable()) {
        tensors.put("of." + type, Tensor.of(type, List.of(2L, 1L), Numbers.of(0, 1)));
      }
    }
    file = folder.resolve("mutated.safetensors");
    SafetensorsFile.write(file, tensors, Map.of("format", "pt"));
    try {
      good = Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Opens and reads files of these seeds.
   *
   * @return how many could be read whole
   * @throws AssertionError where one is neither read nor refused with a message, naming its seed
   */
  long check(long firstSeed, int count) throws Exception {
    long readable = 0;
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      Files.write(file, mutated(seed));
      try {
        SafetensorsFile open = SafetensorsFile.open(file);
        open.names().forEach(name -> open.tensor(name).numbers());
        readable++;
      } catch (HillockException e) {
        if (String.valueOf(e.getMessage()).length() > 2_000) {
          throw new AssertionError("seed " + seed + ": an endless message", e);
        }
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    return readable;
  }

  private byte[] mutated(long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 0);
    int header = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] text = Arrays.copyOfRange(good, 8, 8 + header);
    byte[] data = Arrays.copyOfRange(good, 8 + header, good.length);
    int changes = 1 + draws.below(3);
    for (int i = 0; i < changes; i++) {
      switch (draws.below(6)) {
        case 0 -> text[draws.below(text.length)] = (byte) draws.below(256);
        case 1 -> text = spliced(text, draws, BITS.get(draws.below(BITS.size())));
        case 2 -> text = number(text, draws);
        case 3 -> text = repeated(text, draws);
        case 4 -> data = Arrays.copyOf(data, draws.below(2 * data.length + 1));
        default -> data = flipped(data, draws);
      }
    }
    long length =
        draws.below(8) == 0 ? draws.bits() >>> draws.below(64) : text.length - draws.below(20) / 19;
    byte[] all =
        ByteBuffer.allocate(8 + text.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(text)
            .put(data)
            .array();
    return draws.below(20) == 0 ? Arrays.copyOf(all, draws.below(all.length)) : all;
  }

  private static byte[] flipped(byte[] data, Draws draws) {
    if (data.length > 0) {
      data[draws.below(data.length)] ^= (byte) (1 << draws.below(8));
    }
    return data;
  }

  /** A piece put in place of up to eight bytes. */
  private static byte[] spliced(byte[] text, Draws draws, String piece) {
    int at = draws.below(text.length);
    int until = Math.min(text.length, at + draws.below(9));
    return joined(
        Arrays.copyOf(text, at),
        piece.getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(text, until, text.length));
  }

  /** One of the numbers by another. */
  private static byte[] number(byte[] text, Draws draws) {
    String all = new String(text, StandardCharsets.ISO_8859_1);
    String[] parts = all.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    int at = draws.below(parts.length);
    parts[at] = parts[at].matches("\\d+") ? Long.toString(draws.below(200)) : parts[at];
    return String.join("", parts).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A stretch that stands twice. */
  private static byte[] repeated(byte[] text, Draws draws) {
    int from = draws.below(text.length);
    int to = from + draws.below(text.length - from + 1);
    return joined(
        Arrays.copyOf(text, to),
        Arrays.copyOfRange(text, from, to),
        Arrays.copyOfRange(text, to, text.length));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
