package org.hillock.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hillock.core.network.Distribution;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at a time are to the bit what one at a time is. */
class DrawBatchTest {

  /** Not a whole number of vectors. */
  private static final int COUNT = 1001;

  private static final long SEED = 0xFEDCBA9876543210L;
  private static final long INDEX = 5L << 32 | 17;

  /** Steps apart, below and beyond 2^32. */
  private static long[] steps(long first) {
    return IntStream.range(0, COUNT).mapToLong(i -> first + 3L * i).toArray();
  }

  private static DrawBatch batch(long first) {
    DrawBatch batch = new DrawBatch(SEED, Purpose.WEIGHT, INDEX);
    batch.moveTo(steps(first), COUNT);
    return batch;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4_000_000_000L, (1L << 32) - 1500, 1L << 40})
  void bitsAreThoseOfTheAddresses(long first) {
    DrawBatch batch = batch(first);
    long[] steps = steps(first);
    for (int i = 0; i < COUNT; i++) {
      assertThat(batch.bits(i)).isEqualTo(Philox.bits(SEED, Purpose.WEIGHT, INDEX, steps[i], 0));
    }
  }

  @Test
  void stepsInARowAreThoseSteps() {
    DrawBatch batch = new DrawBatch(1, Purpose.DELAY, 2);
    batch.moveTo(70, 10);
    assertThat(batch.count()).isEqualTo(10);
    assertThat(batch.bits(9)).isEqualTo(Philox.bits(1, Purpose.DELAY, 2, 79, 0));
  }

  static List<Distribution> distributions() {
    return List.of(
        new Distribution.Uniform(-2, 3, Unit.MV),
        new Distribution.Normal(1.5, 0.75, 0.05, Double.POSITIVE_INFINITY, Unit.MS),
        new Distribution.Normal(0, 2, -1, 1, Unit.PA),
        new Distribution.LogNormal(1, 0.7, 0.5, 3, Unit.NONE),
        new Distribution.Exponential(4, Unit.MS),
        new Distribution.Geometric(3.6, 0.825, Unit.MV),
        new Distribution.Geometric(1, 2, Unit.MV));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void everyDistributionGivesTheNumbersOfItsStreams(Distribution distribution) {
    DrawBatch batch = batch(0);
    double[] together = new double[DrawBatch.MOST];
    distribution.drawAll(batch, together);
    double[] apart =
        LongStream.of(steps(0))
            .mapToDouble(step -> distribution.draw(new Draws(SEED, Purpose.WEIGHT, INDEX, step)))
            .toArray();
    assertThat(Arrays.copyOf(together, COUNT)).isEqualTo(apart);
  }

  @Test
  void normalNumbersOfTheFarthestTailsAreThoseOfTheQuantile() {
    long[] bits =
        LongStream.of(0, 1L << 12, 1L << 20, 1L << 30, 1L << 40, 1L << 55, 1L << 62)
            .flatMap(b -> LongStream.of(b, ~b, b ^ Long.MIN_VALUE))
            .toArray();
    double[] together = new double[bits.length];
    new NormalBatch(bits.length).at(bits, bits.length, together);
    double[] apart =
        LongStream.of(bits)
            .mapToDouble(b -> NormalQuantile.at(NormalQuantile.probability(b)))
            .toArray();
    assertThat(together).isEqualTo(apart);
  }
}
