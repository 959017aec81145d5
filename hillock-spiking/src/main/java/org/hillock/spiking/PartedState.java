package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.core.network.Network;
import org.hillock.core.wiring.Parameters;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.parted.PartedNeurons;
import org.hillock.spiking.parted.PartedPopulation;
import org.hillock.spiking.terms.Membrane;
import org.hillock.spiking.terms.PartedMembrane;
import org.jspecify.annotations.Nullable;

/** Cells with parts, one after the other. */
final class PartedState extends SpikingState {

  private final PartedPopulation population;
  private final PartedNeurons cells;
  private final double[][] arrived;
  private final double[][] flow;
  private final double[] gains;
  private final double[] flowGains;
  private final FiredSpikes fired = new FiredSpikes();
  private @Nullable Acts acts;

  PartedState(LoweredPopulation lowered, PartedPopulation population) {
    super(lowered);
    this.population = population;
    cells = population.open(0, lowered.size(), true);
    arrived = new double[population.ports().size()][lowered.size()];
    flow = new double[population.gaps().size()][lowered.size()];
    gains = new double[arrived.length];
    flowGains = new double[flow.length];
  }

  @Override
  void restartNeurons(long trial) {
    cells.restart(trial);
    for (double[] port : arrived) {
      Arrays.fill(port, 0);
    }
    for (double[] gap : flow) {
      Arrays.fill(gap, 0);
    }
  }

  @Override
  void heed(Modulation modulation) {
    super.heed(modulation);
    for (int port = 0; port < gains.length; port++) {
      gains[port] = modulation.gain(lowered.name(), population.ports().get(port));
    }
    for (int gap = 0; gap < flowGains.length; gap++) {
      flowGains[gap] = modulation.gain(lowered.name(), population.gaps().get(gap));
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
          cells.arrive(port, i, gain() * gains[port] * arrived[port][i]);
        }
        arrived[port][i] = 0;
      }
    }
    for (int gap = 0; gap < flow.length; gap++) {
      for (int i = 0; i < flow[gap].length; i++) {
        cells.flow(gap, i, effects.inputsSilent[i] ? 0 : flowGains[gap] * flow[gap][i]);
        flow[gap][i] = 0;
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
  int slot(String port) {
    int number = population.ports().indexOf(port);
    return number < 0 ? arrived.length + population.gaps().indexOf(port) : number;
  }

  @Override
  Membrane membrane(int neuron, Network network, GainRule gains) {
    double bias = Parameters.bias(network, network.population(lowered.name()))[neuron];
    boolean synapses =
        network.into(lowered.name()).stream()
            .anyMatch(p -> population.ports().contains(network.receptor(p).port()));
    boolean leaks = !synapses && population.leaks();
    return new PartedMembrane(population, cells.alone(neuron, 1), gains, bias, leaks);
  }

  @Override
  double[] arrived(String port) {
    int number = population.ports().indexOf(port);
    int gap = population.gaps().indexOf(port);
    if (number < 0 && gap < 0) {
      throw new IllegalArgumentException("no port '" + port + "'");
    }
    return gap < 0 ? arrived[number] : flow[gap];
  }
}
