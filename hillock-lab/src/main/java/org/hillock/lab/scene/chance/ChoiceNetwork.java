package org.hillock.lab.scene.chance;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Two cells that decide between two things seen: each is driven by twenty cells that report one of
 * them, holds the other down, and the one that fires more often within 300 ms has decided.
 *
 * <p>Chance comes in at four places: terminals release a vesicle with probability 0.4, Poisson
 * spikes come from cells that are not shown, the membrane fluctuates, and so does the threshold.
 * Each makes the potential deviate by about 1 mV.
 */
public final class ChoiceNetwork {

  public static final double WINDOW_MS = 300;
  public static final double STEP_MS = 0.25;

  private static final int SENDERS = 20;
  private static final double SPIKES_PER_MS = 0.05;
  private static final double RELEASED = 0.4;

  /** Latest arrival of a signal that keeps its own time, in steps. */
  private static final int LATEST_STEPS = 20;

  private static final String TEXT =
      """
      about A leaky membrane that fluctuates, with a threshold that does, too.
      parameter tau_m = 20 ms > 0      # membrane time constant
      parameter v_th = 10 mV           # threshold above rest
      parameter sigma = 1 mV >= 0      # deviation of the potential by noise
      parameter spread = 0.5 mV >= 0   # deviation of the threshold by noise
      parameter t_ref = 2 ms >= 0      # refractory time
      state v = 0 mV                   # membrane potential above rest
      dv/dt = -v/tau_m + sigma*sqrt(2/tau_m)*xi
      on signed: v += w
      receptor excitatory = signed
      receptor inhibitory = -signed
      spike when v >= v_th + spread*normal()
      reset: v = 0 mV
      refractory t_ref holding v
      """;

  private ChoiceNetwork() {}

  /** One circuit with all its noise, as it is shipped. */
  public static Network shipped() {
    return of(1, true, true, OptionalLong.of(1)).withName("chance");
  }

  /**
   * Circuits side by side that see the same and share nothing but the reporting cells, so that each
   * is a trial.
   *
   * @param copies how many
   * @param membrane whether membranes fluctuate
   * @param threshold whether thresholds do
   * @param ownTime where there, reporting cells fire at phases and signals arrive after delays that
   *     are drawn with that seed, the same in all copies; else all in step
   */
  public static Network of(int copies, boolean membrane, boolean threshold, OptionalLong ownTime) {
    NeuronModel cell = NeuronTexts.read("chance.neuron", "choosing", TEXT);
    int reporting = 2 * SENDERS;
    double[] phase = new double[reporting];
    double[] delay = new double[reporting];
    Arrays.fill(delay, LATEST_STEPS / 2 * STEP_MS);
    if (ownTime.isPresent()) {
      Draws draws = new Draws(ownTime.getAsLong(), Purpose.EXPERIMENT, 0);
      Arrays.setAll(phase, _ -> draws.uniform());
      Arrays.setAll(delay, _ -> (1 + draws.below(LATEST_STEPS)) * STEP_MS);
    }
    int[] pre = new int[reporting * copies];
    int[] post = new int[pre.length];
    double[] delays = new double[pre.length];
    for (int k = 0; k < pre.length; k++) {
      pre[k] = k % reporting;
      post[k] = 2 * (k / reporting) + pre[k] / SENDERS;
      delays[k] = delay[pre[k]];
    }
    int[] cells = new int[2 * copies];
    int[] rivals = new int[cells.length];
    Arrays.setAll(cells, c -> c);
    Arrays.setAll(rivals, c -> c ^ 1);
    int[] seen = new int[reporting];
    int[] all = new int[reporting];
    Arrays.setAll(seen, n -> n / SENDERS);
    Arrays.setAll(all, n -> n);
    return Network.builder("choice")
        .seed(1)
        .provenance(
            new Provenance(
                "Two cells that decide which of two inputs is stronger, with chance in release,"
                    + " background, membrane and threshold",
                "",
                List.of()))
        .population("evidence", Shape.of(1, 2, 1), "input", p -> p)
        .population(
            "senders",
            reporting,
            "if",
            p -> p.param("v_init", Values.listed(Numbers.of(phase), "mV")))
        .population("background", cells.length, "poisson", p -> p.param("rate", "1 kHz"))
        .population(
            "choice",
            cells.length,
            cell,
            p ->
                p.param("sigma", membrane ? "1 mV" : "0 mV")
                    .param("spread", threshold ? "0.5 mV" : "0 mV"))
        .projection(
            "seeing",
            "evidence",
            "senders",
            Connectivity.EdgeList.of(seen, all),
            p -> p.weight(Values.constant(SPIKES_PER_MS, "mV")).delay("1 ms"))
        .projection(
            "reporting",
            "senders",
            "choice",
            Connectivity.EdgeList.of(pre, post),
            p ->
                p.weight("0.75 mV")
                    .delay(Values.listed(Numbers.of(delays), "ms"))
                    .receptor("excitatory")
                    .release(
                        new Release(new ReleaseProbability.Facilitation(RELEASED, 0), 1, 0, true)))
        .projection(
            "unseen",
            "background",
            "choice",
            new Connectivity.OneToOne(),
            p -> p.weight("0.3 mV").delay("1 ms").receptor("excitatory"))
        .projection(
            "rivalry",
            "choice",
            "choice",
            Connectivity.EdgeList.of(cells, rivals),
            p -> p.weight("1 mV").delay("1 ms").receptor("inhibitory"))
        .decision(new Decision.MostSpikes("choice"))
        .presentation(presentation())
        .build();
  }

  private static Presentation presentation() {
    return new Presentation(
        Shape.of(1, 2, 1),
        Presentation.Order.WHOLE,
        Quantity.of(WINDOW_MS, "ms"),
        Quantity.of(0, "ms"),
        Quantity.of(STEP_MS, "ms"));
  }

  /** What is seen where the first of the two is stronger by so much of their mean. */
  public static float[] evidence(double difference) {
    return new float[] {(float) (1 + difference / 2), (float) (1 - difference / 2)};
  }
}
