package org.hillock.lab.readout;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Messages;
import org.hillock.core.training.TrainingOptions;

/**
 * Learning from reward alone. Each neuron of the readout adds noise to its sum and the largest
 * answers; a synapse keeps as its eligibility what its source left times the noise of its neuron.
 * Then one number is poured out over all: 1 where the answer was right, else 0, less what it has
 * been on average. Each synapse changes by that number times its eligibility: no neuron is told
 * what it should have been (Williams 1992, doi 10.1007/BF00992696, for what such rules follow;
 * Frémaux and Gerstner 2016, doi 10.3389/fncir.2015.00085, for three factors at a synapse).
 */
public final class ThreeFactor extends ReadoutTrainer {

  private static final double MEMORY = 0.01;

  /** Service constructor. */
  public ThreeFactor() {}

  @Override
  public String name() {
    return "three-factor";
  }

  @Override
  public String meaning() {
    return "Each synapse of a readout follows what its source left, times the noise of its neuron,"
        + " times one reward for all (Williams 1992, doi 10.1007/BF00992696; Frémaux and Gerstner"
        + " 2016, doi 10.3389/fncir.2015.00085)";
  }

  @Override
  public List<ParameterSpec> settings() {
    return settings(
        100, 0.4, spec("noise", 1, "standard deviation of the noise of a neuron, in mV"));
  }

  @Override
  Teacher teacher(TrainingOptions options, int classes) {
    return new Rewarding(options.seed(), options.get(this, "noise"), 1.0 / classes);
  }

  /** Tries, and says only whether it went well. */
  private static final class Rewarding implements Teacher {
    private final long seed;
    private final double noiseMv;
    private double expected;

    Rewarding(long seed, double noiseMv, double expected) {
      this.seed = seed;
      this.noiseMv = noiseMv;
      this.expected = expected;
    }

    @Override
    public Told hear(double[] sums, int label, int image, int epoch) {
      Draws draws = new Draws(seed, Purpose.NOISE, image, epoch);
      double[] factors = new double[sums.length];
      int answer = 0;
      double best = Double.NEGATIVE_INFINITY;
      for (int n = 0; n < sums.length; n++) {
        factors[n] = draws.normal();
        double tried = sums[n] + noiseMv * factors[n];
        if (tried > best) {
          best = tried;
          answer = n;
        }
      }
      double reward = answer == label ? 1 : 0;
      double surprise = reward - expected;
      expected += MEMORY * surprise;
      for (int n = 0; n < factors.length; n++) {
        factors[n] *= surprise;
      }
      return new Told(factors, 1 - reward);
    }
  }

  @Override
  public Optional<Messages> messages(Network network) {
    requireAccepts(network);
    return Optional.of(
        new Messages(
            "all neurons of the readout are told the same, whether the answer was right",
            1,
            Readout.of(network).population().size()));
  }
}
