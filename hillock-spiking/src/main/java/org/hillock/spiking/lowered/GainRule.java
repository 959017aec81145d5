package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.spiking.equation.LoweredEquations;

/**
 * What any levels of modulators make of what arrives at a population: for levels as they are the
 * numbers that {@link Modulation} gives, to the bit.
 */
public final class GainRule {

  private final Network network;
  private final String population;
  private final List<String> modulators = new ArrayList<>();

  /** The rule of a population. */
  public GainRule(Network network, String population) {
    this.network = network;
    this.population = population;
    List<String> read =
        network
            .population(population)
            .model()
            .equations()
            .map(e -> e.modulators().stream().map(NeuronEquations.ModulatorRead::name).toList())
            .orElse(List.of());
    for (Modulator m : network.modulators().values()) {
      boolean acts = m.targets().stream().anyMatch(t -> t.population().equals(population));
      if (acts || read.contains(m.name())) {
        modulators.add(m.name());
      }
    }
  }

  /** The modulators that act on it or that its neurons read: levels are told in this order. */
  public List<String> modulators() {
    return List.copyOf(modulators);
  }

  /** The gain of its whole sum. */
  public double gain(double[] levels) {
    return gain(levels, t -> t.population().equals(population) && t.receptor().isEmpty());
  }

  /** What scales that which arrives at a port, beside the gain. */
  public double gain(double[] levels, String port) {
    return gain(levels, t -> Modulation.acts(network, t, population, port));
  }

  private double gain(double[] levels, Predicate<Modulator.Target> meant) {
    double gain = 1;
    for (int k = 0; k < levels.length; k++) {
      for (Modulator.Target target : modulator(k).targets()) {
        if (meant.test(target)) {
          gain *= 1 + target.strength() * levels[k];
        }
      }
    }
    return gain;
  }

  private Modulator modulator(int k) {
    return java.util.Objects.requireNonNull(network.modulators().get(modulators.get(k)));
  }

  /** The slow numbers that the program of its neurons reads. */
  public double[] globals(double[] levels, LoweredEquations lowered) {
    double[] globals = new double[lowered.program().globals()];
    int k = 0;
    for (NeuronEquations.ModulatorRead read : lowered.equations().modulators()) {
      int index = modulators.indexOf(read.name());
      globals[k++] = index < 0 ? Modulation.standard(read.standard()) : levels[index];
    }
    for (String port : Modulation.gained(network, population, lowered.ports())) {
      globals[k++] = gain(levels, port);
    }
    return globals;
  }
}
