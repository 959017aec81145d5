package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.parted.PartedNeurons;
import org.hillock.spiking.parted.PartedPopulation;
import org.jspecify.annotations.Nullable;

/** Cells with parts, one after the other. */
final class PartedState extends SpikingState {

  private final PartedPopulation population;
  private final PartedNeurons cells;
  private final double[][] arrived;
  private final FiredSpikes fired = new FiredSpikes();
  private @Nullable Acts acts;

  PartedState(LoweredPopulation lowered, PartedPopulation population) {
    super(lowered);
    this.population = population;
    cells = population.open(0, lowered.size(), true);
    arrived = new double[population.ports().size()][lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    cells.restart();
    for (double[] port : arrived) {
      Arrays.fill(port, 0);
    }
  }

  @Override
  void interventionsChanged() {
    acts = effects.ofParted(0, lowered.size());
  }

  @Override
  boolean step(long n) {
    quiet();
    for (int port = 0; port < arrived.length; port++) {
      for (int i = 0; i < arrived[port].length; i++) {
        if (arrived[port][i] != 0 && !effects.inputsSilent[i]) {
          cells.arrive(port, i, gain() * arrived[port][i]);
        }
        arrived[port][i] = 0;
      }
    }
    fired.clear();
    cells.step(0, fired, acts);
    for (int k = 0; k < fired.size(); k++) {
      fire(fired.neuron(k), 1);
    }
    return fired() > 0;
  }

  @Override
  double[] variable(String name) {
    if (name.equals("spikes")) {
      return super.variable(name);
    }
    double[] values = new double[lowered.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.value(name, i);
    }
    return values;
  }

  @Override
  double[] arrived(String port) {
    int number = population.ports().indexOf(port);
    if (number < 0) {
      throw new IllegalArgumentException("no port '" + port + "'");
    }
    return arrived[number];
  }
}
