package org.hillock.app.simulation;

import java.util.Arrays;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.SiteRef;

/** Keeps the beginning of one variable of one neuron, which will be drawn. */
final class TraceWatch implements RecordingSink {

  /** Two seconds of 0.1 ms steps; in longer times single spikes can no longer be told apart. */
  static final int MOST_ROWS_DRAWN = 20_000;

  /** What jumps between two values more often than that is a black box. */
  private static final int MOST_TURNS_DRAWN = 100;

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

  /** Such as {@code ladder[4] at 700 pA: v (mV)}. */
  String name() {
    int neuron = SmallNetwork.shownNeuron(population);
    String which = population.size() == 1 ? "" : "[" + neuron + "]";
    if (SmallNetwork.isLadder(population)) {
      Values bias = population.bias().orElseThrow();
      double value = bias.resolve(population.size(), bias.unit(), 0, Purpose.PARAMETER, 0)[neuron];
      which += " at " + new Quantity(value, bias.unit());
    }
    return population.name() + which + ": " + SmallNetwork.told(variable);
  }

  /** Until when every value is kept and can be told from its neighbours; infinity where all can. */
  double drawnUntilMs() {
    double one = kept.size() == 0 ? 0 : kept.value(0);
    double other = one;
    int turns = 0;
    double turnedMs = drawnUntilMs;
    for (int i = 1; i < kept.size(); i++) {
      double value = kept.value(i);
      if (value != one && value != other) {
        if (one != other) {
          return drawnUntilMs;
        }
        other = value;
      }
      if (value != kept.value(i - 1) && ++turns == MOST_TURNS_DRAWN) {
        turnedMs = kept.along(i);
      }
    }
    return turnedMs;
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
