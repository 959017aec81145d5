package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.SpikeTrains;

/**
 * The first numbers about a population in one run. Those that need spikes are not numbers where it
 * does not spike.
 *
 * @param population its name
 * @param neurons how many
 * @param spiking whether it speaks in spikes
 * @param unit of {@code mean}: Hz, that of the value, or empty
 * @param mean rate or value over neurons
 * @param deviation over neurons
 * @param active share of neurons that fired, or whose value is not 0
 * @param cv of intervals, mean over neurons with at least {@value #LEAST_SPIKES} spikes
 * @param cv2 the same of {@link SpikeIntervals#cv2}
 * @param lv the same of {@link SpikeIntervals#lv}
 * @param fano of counts in windows of {@value #FANO_MS} ms, mean over neurons that fired
 * @param chi synchrony of counts in bins of {@value #BIN_MS} ms
 * @param correlation of these counts, mean over pairs of neurons that fired
 * @param dominantHz frequency of the highest peak of the population's rate; its spectrum
 * @param spectrum of the number of spikes per neuron and second, empty of what does not spike
 */
public record PopulationSigns(
    String population,
    int neurons,
    boolean spiking,
    String unit,
    double mean,
    double deviation,
    double active,
    double cv,
    double cv2,
    double lv,
    double fano,
    double chi,
    double correlation,
    double dominantHz,
    Optional<Spectrum> spectrum) {

  /** Spikes that a neuron must have for its intervals to count. */
  public static final int LEAST_SPIKES = 10;

  /** Window of counts in ms. */
  public static final double FANO_MS = 100;

  /** Bin of synchrony and correlation in ms. */
  public static final double BIN_MS = 5;

  /** Bin of spectra in ms. */
  public static final double SPECTRUM_MS = 1;

  private static final int LEAST_BINS = 64;

  /** Of all populations of a run, from a time on, in ms. */
  public static List<PopulationSigns> of(Activity activity, double fromMs) {
    List<PopulationSigns> all = new ArrayList<>();
    for (String name : activity.populations()) {
      Optional<SpikeTrains> spikes = activity.spikes(name);
      all.add(
          spikes.isPresent()
              ? ofSpikes(name, spikes.get(), fromMs, activity.length())
              : ofValues(name, activity.values(name).orElseThrow(), activity.unit(name)));
    }
    return all;
  }

  private static PopulationSigns ofValues(String name, double[][] rows, String unit) {
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    double none = Double.NaN;
    return new PopulationSigns(
        name,
        rows[0].length,
        false,
        unit,
        Moments.mean(all),
        Math.sqrt(Moments.variance(all)),
        (double) Arrays.stream(all).filter(v -> v != 0).count() / all.length,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        Optional.empty());
  }

  private static PopulationSigns ofSpikes(
      String name, SpikeTrains trains, double fromMs, double toMs) {
    int n = trains.neurons();
    SpikeTrains late = trains.within(fromMs, Double.POSITIVE_INFINITY);
    double[] rates = new double[n];
    double[][] intervals = new double[n][];
    for (int i = 0; i < n; i++) {
      rates[i] = FiringRate.mean(late.of(i), fromMs, toMs);
      intervals[i] =
          late.of(i).length < LEAST_SPIKES ? new double[0] : SpikeIntervals.of(late.of(i));
    }
    Optional<BinnedSpikes> bins = binned(late, fromMs, toMs, BIN_MS, 2);
    Optional<Spectrum> spectrum =
        binned(late, fromMs, toMs, SPECTRUM_MS, LEAST_BINS).map(PopulationSigns::spectrum);
    return new PopulationSigns(
        name,
        n,
        true,
        "Hz",
        Moments.mean(rates),
        Math.sqrt(Moments.variance(rates)),
        (double) Arrays.stream(rates).filter(r -> r > 0).count() / n,
        Moments.meanOfKnown(Arrays.stream(intervals).mapToDouble(SpikeIntervals::cv).toArray()),
        Moments.meanOfKnown(Arrays.stream(intervals).mapToDouble(SpikeIntervals::cv2).toArray()),
        Moments.meanOfKnown(Arrays.stream(intervals).mapToDouble(SpikeIntervals::lv).toArray()),
        binned(late, fromMs, toMs, FANO_MS, 2).map(PopulationSigns::fano).orElse(Double.NaN),
        bins.map(Synchrony::chi).orElse(Double.NaN),
        bins.map(Synchrony::meanCorrelation).orElse(Double.NaN),
        spectrum.filter(_ -> late.count() > 0).map(PopulationSigns::dominant).orElse(Double.NaN),
        spectrum);
  }

  private static Optional<BinnedSpikes> binned(
      SpikeTrains trains, double fromMs, double toMs, double binMs, int least) {
    return BinnedSpikes.bin(toMs - fromMs, binMs) < least
        ? Optional.empty()
        : Optional.of(BinnedSpikes.of(trains, fromMs, toMs, binMs));
  }

  private static double fano(BinnedSpikes windows) {
    double[] each = new double[windows.neurons()];
    Arrays.setAll(each, n -> Moments.fano(windows.numbers(n)));
    return Moments.meanOfKnown(each);
  }

  /** Of the rate of the population. */
  public static Spectrum spectrum(BinnedSpikes bins) {
    double perSecond = 1000 / bins.binMs();
    double scale = perSecond / bins.neurons();
    double[] rate = Arrays.stream(bins.together()).map(count -> count * scale).toArray();
    return Spectrum.welch(rate, perSecond, Spectrum.SEGMENTS);
  }

  /** The lowest frequencies are drifts, which a segment cannot tell from a rhythm. */
  private static double dominant(Spectrum spectrum) {
    return spectrum.dominantHz(spectrum.frequencyHz()[1]);
  }
}
