package org.hillock.lab.scene.eachinitstime;

import java.util.OptionalLong;
import org.hillock.core.network.Network;
import org.hillock.lab.axis.noise.NoiseSource;
import org.hillock.lab.scene.chance.ChoiceNetwork;
import org.hillock.lab.scene.chance.Choices;

/**
 * Spiking cells that decide, in step (all signals under way for the same time, reporting cells at
 * the same phase) and out of step (delays and phases of their own, which stay from trial to trial),
 * with noise and without.
 *
 * @param inStep entropy of decisions with noise, in bits, mean over inputs
 * @param outOfStep the same out of step
 * @param inStepSteady the same in step without noise
 * @param outOfStepSteady the same out of step without noise
 * @param otherSpikes trials out of step without noise that have any other spike than the first
 */
record InSpikes(
    double inStep, double outOfStep, double inStepSteady, double outOfStepSteady, int otherSpikes) {

  private static final int CIRCUITS = 300;
  private static final int TRIALS = 10;
  private static final double[] DIFFERENCES = {0.1, 0.2, 0.4};

  static InSpikes of(long seed) {
    OptionalLong own = OptionalLong.of(seed);
    OptionalLong none = OptionalLong.empty();
    return new InSpikes(
        entropy(ChoiceNetwork.of(CIRCUITS, true, true, none), seed),
        entropy(ChoiceNetwork.of(CIRCUITS, true, true, own), seed),
        entropy(steady(none), seed),
        entropy(steady(own), seed),
        otherSpikes(steady(own), seed));
  }

  private static Network steady(OptionalLong ownTime) {
    Network noisy = ChoiceNetwork.of(TRIALS, false, false, ownTime);
    return NoiseSource.without(noisy, NoiseSource.of(noisy));
  }

  private static double entropy(Network network, long seed) {
    double sum = 0;
    for (int d = 0; d < DIFFERENCES.length; d++) {
      sum +=
          Choices.of(network, ChoiceNetwork.evidence(DIFFERENCES[d]), seed, d).entropy()
              / DIFFERENCES.length;
    }
    return sum;
  }

  private static int otherSpikes(Network network, long seed) {
    Choices first = Choices.of(network, ChoiceNetwork.evidence(DIFFERENCES[0]), seed, 0);
    int other = 0;
    for (int trial = 1; trial < TRIALS; trial++) {
      Choices again = Choices.of(network, ChoiceNetwork.evidence(DIFFERENCES[0]), seed, trial);
      other += again.same(first) ? 0 : 1;
    }
    return other;
  }
}
