package org.hillock.lab.readout;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Witness;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/**
 * What the spikes of each source have left at a readout when the answer is read, for each image.
 *
 * @param rows one for each image, one number for each source
 */
record StreamTraces(float[][] rows) {

  /** A time counts as before another where it is so by more than rounding. */
  private static final double GRID_ROUNDING = 1e-9;

  /** Shows every image once. Where the user stops it, fewer rows come. */
  static StreamTraces of(
      Readout readout, Dataset data, long seed, Progress progress, Witness witness) {
    DecisionTiming timing = DecisionTiming.of(readout.network());
    float[][] rows = new float[data.size()][];
    try (Responder responder = Responder.open(readout.network(), timing, seed)) {
      Listener listener = new Listener(readout, timing, witness);
      listener.attach(responder);
      for (int i = 0; i < rows.length; i++) {
        if (progress.stopped()) {
          return new StreamTraces(Arrays.copyOf(rows, i));
        }
        listener.begin(i);
        responder.show(data.images()[i], Optional.empty(), i);
        rows[i] = listener.left();
        if (i % 100 == 0) {
          progress.report((double) i / rows.length, "showing the images");
        }
      }
    }
    return new StreamTraces(rows);
  }

  /** All of them times a factor. */
  StreamTraces times(double factor) {
    float[][] scaled = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      scaled[i] = rows[i].clone();
      for (int k = 0; k < scaled[i].length; k++) {
        scaled[i][k] *= (float) factor;
      }
    }
    return new StreamTraces(scaled);
  }

  /** Mean over the images, for each source; 0 where there is no image. */
  double[] means() {
    double[] means = new double[rows.length == 0 ? 0 : rows[0].length];
    for (float[] row : rows) {
      for (int k = 0; k < means.length; k++) {
        means[k] += row[k] / rows.length;
      }
    }
    return means;
  }

  /** Mean square distance from the means. */
  double power(double[] means) {
    double power = 0;
    for (float[] row : rows) {
      for (int k = 0; k < means.length; k++) {
        power += (row[k] - means[k]) * (row[k] - means[k]) / rows.length;
      }
    }
    return power;
  }

  /** Hears the spikes of all sources of one trial after another. */
  private static final class Listener {
    private final Readout readout;
    private final DecisionTiming timing;
    private final Witness witness;
    private final double[] left;
    private double startMs;

    Listener(Readout readout, DecisionTiming timing, Witness witness) {
      this.readout = readout;
      this.timing = timing;
      this.witness = witness;
      left = new double[readout.sources()];
    }

    void attach(Responder responder) {
      int first = 0;
      for (Projection projection : readout.projections()) {
        Population from = readout.network().population(projection.from());
        double delay =
            projection
                .delays()
                .map(d -> ((Values.Constant) d).quantity().in(Unit.MS))
                .orElse(timing.stepMs());
        responder
            .session()
            .record(
                new Probe(SiteRef.of(from.name(), "spikes"), 0),
                new Ear(from.name(), first, delay));
        first += from.size();
      }
    }

    void begin(int image) {
      Arrays.fill(left, 0);
      startMs = image * timing.windowMs();
    }

    float[] left() {
      float[] row = new float[left.length];
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) left[k];
      }
      return row;
    }

    /** Hears one source population. */
    private final class Ear implements RecordingSink {
      private final String population;
      private final int first;
      private final double delayMs;

      Ear(String population, int first, double delayMs) {
        this.population = population;
        this.first = first;
        this.delayMs = delayMs;
      }

      @Override
      public void begin(RecordingSchema schema) {
        // nothing is kept of what came before
      }

      @Override
      public void row(double along, int neuron, double value) {
        witness.saw(population, neuron, startMs + along);
        double age = timing.windowMs() - along - delayMs;
        if (age > GRID_ROUNDING) {
          left[first + neuron] += StrictMath.exp(-age / readout.tauMs());
        }
      }

      @Override
      public void close() {
        // what was left stays readable
      }
    }
  }
}
