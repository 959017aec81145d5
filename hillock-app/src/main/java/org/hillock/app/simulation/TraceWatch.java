package org.hillock.app.simulation;

import java.util.Arrays;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.SiteRef;

/** Keeps the beginning of one variable of one neuron, which will be drawn. */
final class TraceWatch implements RecordingSink {

  /** Two seconds of 0.1 ms steps; in longer times single spikes can no longer be told apart. */
  static final int MOST_ROWS_DRAWN = 20_000;

  private final Population population;
  private final NeuronModel.Variable variable;
  private final Recording kept = new Recording();
  private double drawnUntilMs = Double.POSITIVE_INFINITY;

  TraceWatch(Population population, NeuronModel.Variable variable) {
    this.population = population;
    this.variable = variable;
  }

  SiteRef site() {
    int[] neuron = {SmallNetwork.shownNeuron(population)};
    return SiteRef.of(population.name(), neuron, variable.name());
  }

  @Override
  public void begin(RecordingSchema schema) {
    kept.begin(schema);
  }

  @Override
  public void row(double timeMs, int neuron, double value) {
    if (kept.size() < MOST_ROWS_DRAWN) {
      kept.row(timeMs, neuron, value);
    } else {
      drawnUntilMs = Math.min(drawnUntilMs, timeMs);
    }
  }

  @Override
  public void close() {
    // what was kept stays readable
  }

  Population population() {
    return population;
  }

  /** Such as {@code regular: v (mV)}, with the neuron's number where there are several. */
  String name() {
    String neuron = population.size() == 1 ? "" : "[" + SmallNetwork.shownNeuron(population) + "]";
    String unit = variable.unit().isEmpty() ? "" : " (" + variable.unit() + ")";
    boolean sent = variable.name().equals("value");
    String what = sent ? variable.meaning() : variable.name();
    return population.name() + neuron + ": " + what + unit;
  }

  double drawnUntilMs() {
    return drawnUntilMs;
  }

  /** Whether it ever changed. */
  boolean moves() {
    return Arrays.stream(values()).anyMatch(v -> v != kept.value(0));
  }

  double[] timesMs() {
    double[] all = new double[kept.size()];
    Arrays.setAll(all, kept::along);
    return all;
  }

  double[] values() {
    double[] all = new double[kept.size()];
    Arrays.setAll(all, kept::value);
    return all;
  }
}
