package org.hillock.spiking.terms;

import java.util.Optional;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.lowered.GainRule;

/**
 * A neuron told by equations.
 *
 * @param lowered its population
 * @param neuron its number there
 * @param place number of the population in the network
 * @param trialSeed that its random numbers are drawn with
 * @param gains what modulators do to it
 * @param bias its own
 * @param state at the beginning, as it is kept
 * @param freeAt first step in which it is not refractory
 */
public record EquationMembrane(
    LoweredEquations lowered,
    int neuron,
    int place,
    double stepMs,
    long trialSeed,
    GainRule gains,
    double bias,
    double[] state,
    long freeAt)
    implements Membrane {

  @Override
  public int slots() {
    return lowered.program().ports() + lowered.program().inputs();
  }

  @Override
  public boolean fires() {
    return lowered.program().output() < 0;
  }

  @Override
  public boolean draws() {
    return !lowered.program().draws().isEmpty();
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public double startingFrom(Explained what) {
    if (lowered.hasState(what.name())) {
      int k = lowered.state(what.name());
      return state[k] + lowered.shift(k, neuron);
    }
    return defines(what.name()) ? lowered.defined(what.name(), neuron, k -> state[k]) : Double.NaN;
  }

  boolean defines(String name) {
    return lowered.readout().names().contains(name);
  }

  /** Of the state at the beginning the share that is more than where a neuron starts. */
  double[] start(double share) {
    double[] kept = state.clone();
    for (int k = 0; k < kept.length && share != 1; k++) {
      double initial = lowered.initial()[k][neuron];
      kept[k] = initial + share * (kept[k] - initial);
    }
    return kept;
  }

  @Override
  public Walk walk(Explained what, Share own) {
    return new EquationWalk(this, what, own);
  }

  @Override
  public Optional<Slopes> slopes(Explained what, Window window) {
    return EquationSlopes.of(this, what, window);
  }
}
