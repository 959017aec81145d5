package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Site;
import org.hillock.spiking.lowered.TimeGrid;

/** Hands the rows of one probe to its sink: by time, then by neuron. */
final class ProbeRecorder {

  private final PopulationState state;
  private final String variable;
  private final int[] neurons;
  private final boolean[] watched;
  private final int everySteps;
  private final TimeGrid grid;
  private final RecordingSink sink;

  /**
   * Begins a recording.
   *
   * @throws org.hillock.core.problem.UsageException where the interval is not a whole number of
   *     steps
   */
  ProbeRecorder(
      Probe probe,
      Site site,
      PopulationState state,
      TimeGrid grid,
      RecordingSink sink,
      String network,
      String engine) {
    this.state = state;
    this.grid = grid;
    this.sink = sink;
    variable = site.variable().name();
    neurons = site.neurons().toArray();
    Arrays.sort(neurons);
    watched = new boolean[state.lowered.size()];
    for (int i : neurons) {
      watched[i] = true;
    }
    everySteps =
        probe.everyMs() == 0
            ? 1
            : grid.whole("probe of '" + site.ref() + "'", "interval", probe.everyMs());
    boolean spikes = variable.equals("spikes");
    sink.begin(
        new RecordingSchema(
            site.ref().toString(),
            network,
            engine,
            "time",
            "ms",
            spikes ? "" : variable,
            spikes ? "" : site.variable().unit()));
  }

  /** Records spikes that were just made and have the time of step {@code t}. */
  void spikes(long t) {
    if (state instanceof SpikingState spiking && variable.equals("spikes")) {
      for (int k = 0; k < spiking.fired(); k++) {
        for (int c = 0; c < spiking.firedTimes(k) && watched[spiking.firedNeuron(k)]; c++) {
          sink.row(grid.timeMs(t), spiking.firedNeuron(k), 0);
        }
      }
    }
  }

  /** Samples a variable as of step {@code t}. */
  void sample(long t) {
    if (variable.equals("spikes") || t % everySteps != 0) {
      return;
    }
    double[] values = state.variable(variable);
    for (int i : neurons) {
      sink.row(grid.timeMs(t), i, values[i]);
    }
  }

  void close() {
    sink.close();
  }
}
