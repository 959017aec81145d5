package org.hillock.lab.diagnosis;

import java.util.Locale;
import java.util.stream.IntStream;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.lab.analysis.BinnedSpikes;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.Responses;
import org.hillock.lab.analysis.Spectrum;
import org.hillock.lab.bench.SpikeTrains;

/**
 * Populations with a common beat: the highest peak of the spectrum of their rate stands out of what
 * is left where the beat is taken away, be it by jitter of each spike by up to one period or by a
 * shift of each neuron as a whole. Regular firing of neurons that do not heed each other is none.
 */
final class RhythmCheck extends TimeCheck {

  /** Slowest and fastest beat that is looked for, in Hz. */
  private static final double SLOWEST_HZ = 5;

  private static final double FASTEST_HZ = 250;

  /** How far the peak must stand out of the strongest surrogate. */
  private static final double FACTOR = 5;

  private static final int MOST_OF_SOURCE = 50;

  /** Surrogates are looked at within this share of the frequency. */
  private static final double BAND = 0.25;

  @Override
  public Sign sign() {
    return Sign.OSCILLATING;
  }

  @Override
  Evidence measure(Watched watched, SpikeTrains trains) {
    Spectrum spectrum = spectrum(watched, trains);
    int peak = peak(spectrum);
    double hz = spectrum.frequencyHz()[peak];
    Surrogates surrogates =
        new Surrogates(trains, watched.fromMs(), watched.toMs(), watched.seed());
    double control = 0;
    int taken = 0;
    // what one surrogate refutes needs no more of them
    while (taken < Surrogates.COUNT && FACTOR * control <= spectrum.power()[peak]) {
      Spectrum jittered = spectrum(watched, surrogates.jittered(1000 / hz, taken));
      Spectrum shifted = spectrum(watched, surrogates.shifted(taken));
      control = Math.max(control, Math.max(near(jittered, hz), near(shifted, hz)));
      taken++;
    }
    return new Evidence(
        String.format(Locale.ROOT, "power at %.3g Hz", hz),
        spectrum.power()[peak],
        "Hz²/Hz",
        FACTOR * control,
        true,
        control,
        "largest of "
            + taken
            + " surrogates with every spike jittered by up to a period and "
            + taken
            + " with every neuron shifted; the limit is "
            + Numbered.of(FACTOR)
            + " times that");
  }

  @Override
  double again(Watched watched, SpikeTrains trains, Evidence before) {
    if (trains.count() == 0) {
      return Double.NaN;
    }
    // at any frequency: a beat that only moves is still one
    Spectrum spectrum = spectrum(watched, trains);
    return spectrum.power()[peak(spectrum)];
  }

  @Override
  String known(Watched watched, Population p, Evidence evidence) {
    StringBuilder told = new StringBuilder("its rate swings, ").append(evidence.measure());
    watched
        .network()
        .ifPresent(network -> {
          for (Projection in : network.into(p.name())) {
            if (Responses.isSource(network.population(in.from()))
                && watched.activity().spikes(in.from()).isPresent()) {
              SpikeTrains source = some(watched.late(watched.activity(), in.from()));
              boolean beats =
                  source.count() > 0
                      && source.neurons() > 1
                      && measure(watched, source).isFinding();
              told.append("; source ")
                  .append(in.from())
                  .append(beats ? " swings, too" : " does not");
            }
          }
        });
    return told.toString();
  }

  /** As many neurons of a source as tell its beat. */
  private static SpikeTrains some(SpikeTrains source) {
    return source.select(IntStream.range(0, Math.min(source.neurons(), MOST_OF_SOURCE)).toArray());
  }

  private static Spectrum spectrum(Watched watched, SpikeTrains trains) {
    return PopulationSigns.spectrum(
        BinnedSpikes.of(trains, watched.fromMs(), watched.toMs(), PopulationSigns.SPECTRUM_MS));
  }

  /** The highest place; slower ones are drifts. */
  private static int peak(Spectrum spectrum) {
    double[] hz = spectrum.frequencyHz();
    double slowest = Math.max(SLOWEST_HZ, hz[1]);
    int best = hz.length - 1;
    for (int k = 0; k < hz.length; k++) {
      if (hz[k] > slowest
          && hz[k] <= FASTEST_HZ
          && (best == hz.length - 1 || spectrum.power()[k] > spectrum.power()[best])) {
        best = k;
      }
    }
    return best;
  }

  private static double near(Spectrum spectrum, double hz) {
    double most = 0;
    for (int k = 0; k < spectrum.power().length; k++) {
      if (Math.abs(spectrum.frequencyHz()[k] - hz) <= BAND * hz) {
        most = Math.max(most, spectrum.power()[k]);
      }
    }
    return most;
  }
}
