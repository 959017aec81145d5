package org.hillock.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.lab.bench.SpikeTrains;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What NumPy and SciPy make of the same trains by Elephant's definitions. */
class ReferenceMeasuresTest {

  /** Sums of some hundred numbers in double precision, in another order. */
  private static final double ROUNDING = 1e-9;

  private static void equal(double[] ours, String name, String measure) {
    double[] theirs = ReferenceTrains.measure(name, measure);
    assertThat(ours).as(name + " " + measure).hasSize(theirs.length);
    for (int i = 0; i < ours.length; i++) {
      if (Double.isNaN(theirs[i])) {
        assertThat(ours[i]).as(name + " " + measure + " " + i).isNaN();
      } else {
        assertThat(ours[i])
            .as(name + " " + measure + " " + i)
            .isCloseTo(theirs[i], within(ROUNDING * Math.max(1, Math.abs(theirs[i]))));
      }
    }
  }

  private interface OfTrain {
    double measure(double[] timesMs);
  }

  private static double[] each(SpikeTrains trains, OfTrain measure) {
    return IntStream.range(0, trains.neurons())
        .mapToDouble(n -> measure.measure(trains.of(n)))
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "regular", "rhythmic", "edges"})
  void ratesAndIntervals(String name) {
    SpikeTrains trains = ReferenceTrains.of(name);
    equal(each(trains, t -> FiringRate.mean(t, 0, ReferenceTrains.LENGTH_MS)), name, "rate");
    equal(each(trains, t -> FiringRate.mean(t, 500, 1500)), name, "rate.500-1500");
    equal(each(trains, t -> SpikeIntervals.cv(SpikeIntervals.of(t))), name, "cv");
    equal(each(trains, t -> SpikeIntervals.cv2(SpikeIntervals.of(t))), name, "cv2");
    equal(each(trains, t -> SpikeIntervals.lv(SpikeIntervals.of(t))), name, "lv");
    int[] histogram = SpikeIntervals.histogram(SpikeIntervals.of(trains.of(0)), 10, 6);
    equal(Arrays.stream(histogram).asDoubleStream().toArray(), name, "isi.histogram");
    equal(
        FiringRate.psth(
            IntStream.range(0, trains.neurons()).mapToObj(n -> trains.select(n)).toList(),
            0,
            ReferenceTrains.LENGTH_MS,
            50),
        name,
        "psth");
    assertThat(FiringRate.psth(List.of(trains), 0, ReferenceTrains.LENGTH_MS, 50))
        .as("trials and neurons weigh the same")
        .containsExactly(
            FiringRate.psth(List.of(trains, trains), 0, ReferenceTrains.LENGTH_MS, 50),
            within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "regular", "rhythmic", "edges"})
  void rateMomentByMoment(String name) {
    double[] all =
        FiringRate.instantaneous(
            ReferenceTrains.of(name).of(0), 0, ReferenceTrains.LENGTH_MS, 2, 10);
    assertThat(all).hasSize(1000);
    equal(IntStream.range(0, 40).mapToDouble(i -> all[25 * i]).toArray(), name, "instantaneous");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "regular", "rhythmic", "edges"})
  void countsAndWhatTheyShare(String name) {
    SpikeTrains trains = ReferenceTrains.of(name);
    equal(new double[] {Moments.fano(each(trains, t -> t.length))}, name, "fano.over-neurons");
    BinnedSpikes windows = BinnedSpikes.of(trains, 0, ReferenceTrains.LENGTH_MS, 100);
    equal(
        IntStream.range(0, trains.neurons())
            .mapToDouble(n -> Moments.fano(windows.numbers(n)))
            .toArray(),
        name,
        "fano.windows");
    BinnedSpikes bins = BinnedSpikes.of(trains, 0, ReferenceTrains.LENGTH_MS, 5);
    equal(flat(bins.covariance()), name, "covariance");
    equal(flat(bins.correlation()), name, "correlation");
    equal(bins.crossCorrelogram(0, trains.neurons() - 1, 20), name, "cross-correlogram");
    equal(new double[] {Synchrony.chi(bins)}, name, "chi");
    double[] pairs =
        IntStream.range(0, trains.neurons())
            .boxed()
            .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> bins.correlation()[i][j]))
            .filter(r -> !Double.isNaN(r))
            .toArray();
    assertThat(Synchrony.meanCorrelation(bins))
        .as("the mean over pairs from the variance of the sum")
        .isCloseTo(Moments.mean(pairs), within(ROUNDING));
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "regular", "rhythmic", "edges"})
  void spectraAndCoherence(String name) {
    SpikeTrains trains = ReferenceTrains.of(name);
    BinnedSpikes bins = BinnedSpikes.of(trains, 0, ReferenceTrains.LENGTH_MS, 1);
    double[] rate = Arrays.stream(bins.together()).map(c -> c * 1000 / trains.neurons()).toArray();
    for (int segments : new int[] {8, 5}) {
      Spectrum spectrum = Spectrum.welch(rate, 1000, segments);
      String welch = "welch" + segments;
      equal(Arrays.copyOf(spectrum.frequencyHz(), 60), name, welch + ".frequency");
      equal(Arrays.copyOf(spectrum.power(), 60), name, welch + ".power");
      double last = spectrum.power()[spectrum.power().length - 1];
      equal(new double[] {last}, name, welch + ".last");
    }
    double[] one = Arrays.stream(bins.numbers(0)).map(c -> c * 1000).toArray();
    double[] other = new double[one.length];
    Arrays.setAll(other, i -> one[(i + one.length - 3) % one.length] + rate[i]);
    CrossSpectrum cross = CrossSpectrum.of(one, other, 1000, Spectrum.SEGMENTS);
    equal(Arrays.copyOfRange(cross.coherence(), 1, 60), name, "coherence");
    equal(Arrays.copyOfRange(cross.phase(), 1, 60), name, "phase");
  }
}
