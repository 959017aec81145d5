package org.hillock.spiking;

import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.SpikeSchedule;
import org.hillock.spiking.lowered.TimeGrid;

/** Sources that fire at listed times: their own, or those presented in place of them. */
final class SpikeListState extends SpikingState {

  private final Dynamics.SpikeList source;
  private final TimeGrid grid;
  private SpikeSchedule schedule;
  private int next;

  SpikeListState(LoweredPopulation lowered, Dynamics.SpikeList source, TimeGrid grid) {
    super(lowered);
    this.source = source;
    this.grid = grid;
    schedule = source.own();
  }

  /**
   * Takes trains that count from t_n, in place of what was listed.
   *
   * @throws UsageException where there is not one train for each neuron, or a time does not fit
   */
  void present(List<Numbers> timesMs, long n) {
    if (timesMs.size() != lowered.size()) {
      throw new UsageException(
          "a stimulus for '"
              + lowered.name()
              + "' has "
              + timesMs.size()
              + " spike trains where the population has "
              + lowered.size()
              + " neurons");
    }
    schedule = SpikeSchedule.of(lowered.name(), timesMs, grid, n, 1);
    next = 0;
  }

  /** Ends all listed spikes. */
  void presentNothing() {
    schedule = SpikeSchedule.EMPTY;
    next = 0;
  }

  @Override
  void restartNeurons(long trial) {
    schedule = source.own();
    next = 0;
  }

  /** Spikes at t_0; those of later times are found in the step before. */
  @Override
  boolean begin(long n) {
    return n == 0 && fireAt(0);
  }

  @Override
  boolean step(long n) {
    return fireAt(n + 1);
  }

  private boolean fireAt(long step) {
    quiet();
    while (next < schedule.size() && schedule.step()[next] <= step) {
      int neuron = schedule.neuron()[next];
      int times = 0;
      while (next < schedule.size()
          && schedule.step()[next] <= step
          && schedule.neuron()[next] == neuron) {
        times++;
        next++;
      }
      fire(neuron, times);
    }
    return fired() > 0;
  }
}
