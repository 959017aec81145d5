package org.hillock.onnx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hillock.core.problem.HillockException;
import org.hillock.core.session.SessionOptions;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.shape.ShapeInference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand ONNX files with bytes changed, cut, doubled or put elsewhere: each is read or
 * refused with a message, and those that are read are run or refused. Each mutation is a function
 * of its number, so a file that does harm can be made again.
 */
@Tag("slow")
class MutatedFilesTest {

  private static final int FILES = 10_000;
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Duration LONGEST_RUN = Duration.ofMillis(300);

  /** A file of some hundred bytes has no business with more. */
  private static final long MOST_MEMORY = 1L << 30;

  @TempDir Path folder;

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    List<byte[]> seeds =
        List.of(
            Models.layer(17).toByteArray(),
            Models.layer(7).toByteArray(),
            Models.loop(17).toByteArray(),
            Models.loop(11).toByteArray());
    int read = 0;
    int run = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = mutated(seeds.get(i % seeds.size()), new SplittableRandom(i));
      Path file = Files.write(folder.resolve("m.onnx"), bytes);
      int number = i;
      int stage = Assertions.assertTimeout(MOST, () -> stage(file), () -> "mutation " + number);
      read += stage > 0 ? 1 : 0;
      run += stage > 1 ? 1 : 0;
    }
    Runtime runtime = Runtime.getRuntime();
    assertThat(runtime.totalMemory() - runtime.freeMemory()).isLessThan(MOST_MEMORY);
    // both ends of the test are reached
    assertThat(read).isBetween(FILES / 20, FILES - FILES / 20);
    assertThat(run).isGreaterThan(FILES / 100);
  }

  /** 0 where it was refused, 1 where it was read, 2 where it ran. */
  private static int stage(Path path) {
    OnnxFile file;
    try {
      file = OnnxFile.read(path);
      ShapeInference.of(file).infer();
    } catch (HillockException e) {
      assertThat(e.getMessage()).isNotBlank();
      return 0;
    }
    try (GraphSession session = GraphSession.open(file, SessionOptions.seeded(1))) {
      // a loop of 2^40 rounds is a valid one
      long end = System.nanoTime() + LONGEST_RUN.toNanos();
      session.stopWhen(() -> System.nanoTime() > end);
      session.advance();
      return 2;
    } catch (HillockException e) {
      assertThat(e.getMessage()).isNotBlank();
      return 1;
    }
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    int times = random.nextInt(1, 3);
    for (int t = 0; t < times && bytes.length > 1; t++) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(1, Math.min(32, bytes.length) + 1);
      int end = Math.min(bytes.length, at + length);
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> bytes[at] = (byte) random.nextInt(256);
        case 3, 4, 5, 6 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 7 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 8 -> bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
        default -> bytes = spliced(bytes, at, new byte[0], end);
      }
    }
    return bytes;
  }

  /** The bytes with those from {@code from} to {@code to} replaced. */
  private static byte[] spliced(byte[] bytes, int from, byte[] by, int to) {
    byte[] out = Arrays.copyOf(bytes, bytes.length - (to - from) + by.length);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
