package org.hillock.lab.scene.elephantandtiger;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;

/**
 * Channels that like different weights. Each divides its drive by what its neighbours are and were
 * driven (Carandini and Heeger 2012, doi 10.1038/nrn3136), and the synapses that bring the drive
 * tire (Abbott, Varela, Sen and Nelson 1997, doi 10.1126/science.275.5297.221).
 */
final class SizeNetwork {

  /** Drive of a channel whose favourite is shown. */
  static final double DRIVE_HZ = 100;

  /** How strongly a channel tires: by so much for each Hz. */
  static final double TIRING_MS = 20;

  /** Time constant of tiring and recovery. */
  static final double TAU_TIRING_MS = 400;

  /** Time constant with which neighbours are remembered. */
  static final double TAU_POOL_MS = 250;

  /** σ^n: the drive of the pool at which a channel is at half of its largest answer. */
  static final double HALF_HZ = 10;

  /** Width of the neighbourhood, in powers of ten. */
  static final double NEIGHBOURS = 0.6;

  static final double STEP_MS = 1;
  static final double WINDOW_MS = 300;
  static final String IMAGE = "image";
  static final String CHANNELS = "channels";

  /** Ranges of weight that are told apart, each as broad as the others. */
  private static final int ANSWERS = 9;

  private static final NeuronModel CHANNEL =
      NeuronTexts.read(
          "channel",
          """
          neuron channel
          about Answers its drive, less the more it was driven before, and divided by what its neighbours are and were
            driven
          doi 10.1038/nrn3136
          parameter tiring = 20 ms >= 0         # how strongly it tires, for each Hz of drive
          parameter tau = 400 ms > 0            # of tiring and recovery
          parameter half = 10 Hz > 0            # drive of the pool at half of the largest answer
          parameter normalised = 1 >= 0         # how much of the pool it is divided by
          input drive in Hz
          input pool in Hz
          state tired = 0 Hz                     # how much it was driven of late
          dtired/dt = (drive - tired)/tau
          answer = drive/((1 + tiring*tired)*(half + normalised*pool))   # its answer
          output answer
          """);

  private static final NeuronModel POOL =
      NeuronTexts.read(
          "pool",
          """
          neuron pool
          about The mean of what neighbours are driven, remembered for a while
          parameter tau = 250 ms > 0            # how long it is remembered
          input drive in Hz
          state mean = 0                        # the mean
          dmean/dt = (drive/Hz - mean)/tau
          output mean
          """);

  private SizeNetwork() {}

  /**
   * The network.
   *
   * @param tiring whether its channels tire
   * @param normalised whether they are divided by their pools
   */
  static Network of(boolean tiring, boolean normalised) {
    int n = Animal.CHANNELS;
    return Network.builder("elephant-and-tiger")
        .seed(1)
        .provenance(
            new Provenance(
                "Channels for weights that tire and are measured against their neighbours",
                "10.1038/nrn3136",
                List.of()))
        .population(IMAGE, Shape.of(1, n, 1), "input", p -> p)
        .population("pool", n, POOL, p -> p.param("tau", TAU_POOL_MS + " ms"))
        .population(
            CHANNELS,
            n,
            CHANNEL,
            p ->
                p.param("tiring", (tiring ? TIRING_MS : 0) + " ms")
                    .param("tau", TAU_TIRING_MS + " ms")
                    .param("half", HALF_HZ + " Hz")
                    .param("normalised", normalised ? "1" : "0"))
        .population("answer", ANSWERS, "identity")
        .projection(
            IMAGE,
            CHANNELS,
            new Connectivity.OneToOne(),
            p -> p.weight(DRIVE_HZ + " Hz").receptor("drive").delay("1 ms"))
        .projection(
            IMAGE,
            "pool",
            new Connectivity.Dense(),
            p ->
                p.weight(Values.listed(Numbers.of(neighbours()), "Hz").times(DRIVE_HZ))
                    .receptor("drive")
                    .delay("1 ms"))
        .projection(
            "pool",
            CHANNELS,
            new Connectivity.OneToOne(),
            p -> p.weight("1 Hz").receptor("pool").delay("1 ms"))
        .projection(
            CHANNELS,
            "answer",
            new Connectivity.Dense(),
            p -> p.weight(Values.listed(ranges())).delay("1 ms"))
        .decision(new Decision.LargestValue("answer"))
        .build();
  }

  /** Weight of a neighbour in a pool, row by row; each row adds up to 1. */
  static double[] neighbours() {
    int n = Animal.CHANNELS;
    double[] weights = new double[n * n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        double far = (Animal.centre(i) - Animal.centre(j)) / NEIGHBOURS;
        weights[i * n + j] = Math.exp(-far * far / 2);
        sum += weights[i * n + j];
      }
      for (int j = 0; j < n; j++) {
        weights[i * n + j] /= sum;
      }
    }
    return weights;
  }

  private static double[] ranges() {
    int n = Animal.CHANNELS;
    double[] weights = new double[ANSWERS * n];
    for (int i = 0; i < n; i++) {
      weights[Math.min(ANSWERS - 1, i * ANSWERS / n) * n + i] = 1;
    }
    return weights;
  }

  /** The weight that the channels stand for together, as a power of ten: their centre of mass. */
  static double estimate(double[] channels) {
    double weighed = 0;
    double total = 0;
    for (int i = 0; i < channels.length; i++) {
      weighed += Animal.centre(i) * channels[i];
      total += channels[i];
    }
    return weighed / total;
  }
}
