package org.hillock.onnx.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.census.Census;
import org.hillock.core.census.Definitions;
import org.hillock.core.problem.HillockException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.onnx.graph.OnnxFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is counted or refused with a message. */
class MutatedGraphsTest {

  @TempDir Path folder;

  private static final List<byte[]> GOOD =
      List.of(
          new Drawn()
              .floats("x", -1, 2, 5, 5)
              .weights("w", 4, 1, 3, 3)
              .weights("g", 4)
              .weights("f", 100, 10)
              .node(
                  "Conv",
                  "a",
                  "x w g",
                  Drawn.whole("group", 2),
                  Drawn.wholes("pads", 1L, 1L, 1L, 1L))
              .node("BatchNormalization", "b", "a g g g g")
              .node("MaxPool", "c", "b", Drawn.wholes("kernel_shape", 2L, 2L))
              .node("Flatten", "d", "a")
              .node("Gemm", "y", "d f")
              .bytes("y"),
          new Drawn()
              .input("x", 7, 1, 6)
              .weights("e", 10, 6)
              .weights("w", 1, 20, 6)
              .weights("r", 1, 20, 5)
              .node("Gather", "t", "e x")
              .node("LSTM", "l", "t w r", Drawn.whole("hidden_size", 5))
              .node("Mul", "y", "t t")
              .bytes("y"),
          new Drawn(true)
              .floats("x", 1, 5, 6)
              .weights("w", 6, 18)
              .node("Attention", "y", "x w", Drawn.whole("num_heads", 2))
              .bytes("y"));

  private long check(long firstSeed, int count) throws Exception {
    Path file = folder.resolve("mutated.onnx");
    long counted = 0;
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 1);
      byte[] bytes = GOOD.get(draws.below(GOOD.size())).clone();
      int changes = 1 + draws.below(4);
      for (int i = 0; i < changes; i++) {
        // weights are most of a file; what is around them is near its end
        int at =
            draws.below(2) == 0 ? draws.below(bytes.length) : bytes.length - 1 - draws.below(400);
        bytes[Math.max(0, at)] = (byte) draws.below(256);
      }
      Files.write(file, bytes);
      try {
        Census.of(OnnxCensus.of(OnnxFile.read(file), false).architecture(), Definitions.standard());
        counted++;
      } catch (HillockException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    return counted;
  }

  @Test
  void spoiltGraphsAreCountedOrRefused() throws Exception {
    assertThat(check(0, 1_000)).isBetween(1L, 999L);
  }

  @Test
  @Tag("slow")
  void tenThousandSpoiltGraphsAreCountedOrRefused() throws Exception {
    assertThat(check(500_000, 10_000)).isPositive();
  }
}
