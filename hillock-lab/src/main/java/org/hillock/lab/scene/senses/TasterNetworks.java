package org.hillock.lab.scene.senses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** A taster as a network: of numbers, of spikes, and as one that has learnt nothing yet. */
public final class TasterNetworks {

  /** How long a spiking taster is given for a dish, in ms. */
  static final double WINDOW_MS = 200;

  static final double STEP_MS = 0.5;

  /** Cells that report one sense: one alone could tell a size by a few spikes only. */
  static final int CELLS = 25;

  /** Spikes per ms of a reporting cell at intensity 1. */
  private static final double SPIKES_PER_MS = 0.1;

  private static final double TAU_MS = 20;

  /** What 1 of the sum is at the hillock of the spiking cell, in mV. */
  private static final double MV_PER_UNIT = 1;

  /**
   * Noise of the membrane and how far the threshold lies above rest, in mV: so that the cell fires
   * in half of all trials where the sum is 0 and this share grows there by 1/4 for each 1 of the
   * sum, as the logistic function does. From the rate at which a fluctuating potential crosses a
   * threshold, exp(-u²/2)·u/(τ·√(2π)) at u deviations (Kramers 1940, doi
   * 10.1016/S0031-8914(40)90098-2), and set on the sum alone, without any dish.
   */
  static final double NOISE_MV = 2.4;

  private static final double THRESHOLD_MV = 4.8;

  private static final String TEXT =
      """
      about A leaky membrane with noise, on which spikes act as jumps of the potential.
      parameter tau_m = 20 ms > 0      # membrane time constant
      parameter v_th = 5 mV            # threshold above rest
      parameter sigma = 2 mV >= 0      # deviation of the potential by noise
      parameter t_ref = 2 ms >= 0      # refractory time
      bias in mV/ms
      state v = 0 mV                   # membrane potential above rest
      dv/dt = -v/tau_m + bias + sigma*sqrt(2/tau_m)*xi
      on signed: v += w
      receptor excitatory = signed
      receptor inhibitory = -signed
      spike when v >= v_th
      reset: v = 0 mV
      refractory t_ref holding v
      """;

  private TasterNetworks() {}

  /** The taster whom taste decides, who dislikes mint chocolate, as numbers. */
  public static Network gourmet() {
    return logistic(Taster.gourmet());
  }

  /** The taster whom looks decide, as numbers. */
  public static Network onlooker() {
    return logistic(Taster.onlooker());
  }

  /** The first taster in spikes. */
  public static Network spikingGourmet() {
    return spiking(Taster.gourmet(), 1, NOISE_MV).withName("senses-spiking");
  }

  /**
   * A logistic unit: the verdict is a softmax of two sums, one of which is 0, and that is the
   * logistic function of the other.
   */
  static Network logistic(Taster taster) {
    NetworkBuilder builder =
        Network.builder("senses-" + taster.name())
            .seed(1)
            .provenance(
                new Provenance(
                    "Senses as nodes and axons as edges: is a dish delicious? Inputs are sight,"
                        + " hearing, touch, taste, smell, and whether it is mint chocolate",
                    "",
                    List.of()))
            .population("senses", Shape.of(1, Dishes.INPUTS, 1), "input", p -> p)
            .population("before", Taster.RELAYED.length, "relu")
            .population("verdict", 2, "softmax", p -> p.bias(Values.listed(0, taster.bias())))
            .projection(
                "axons",
                "senses",
                "before",
                Connectivity.EdgeList.of(Taster.RELAYED, relays()),
                p -> p.weight(Values.listed(1, 1, 1, 1)));
    if (taster.minds()) {
      builder.projection(
          "mint",
          "senses",
          "before",
          Connectivity.EdgeList.of(mintInputs(1), relays()),
          p -> p.weight(Values.listed(taster.mint())));
    }
    return builder
        .projection(
            "weighing",
            "before",
            "verdict",
            Connectivity.EdgeList.of(relays(), new int[] {1, 1, 1, 1}),
            p -> p.weight(Values.listed(relayed(taster))))
        .decision(new Decision.LargestValue("verdict"))
        .build();
  }

  private static double[] relayed(Taster taster) {
    return Arrays.stream(Taster.RELAYED).mapToDouble(s -> taster.weights()[s]).toArray();
  }

  private static int[] relays() {
    return new int[] {0, 1, 2, 3};
  }

  private static int[] mintInputs(int cells) {
    int[] from = new int[Taster.RELAYED.length * cells];
    Arrays.fill(from, Taster.SENSES.size());
    return from;
  }

  /**
   * The same sum at the hillock of cells that spike: each sense is reported by {@value #CELLS}
   * cells, mint chocolate acts on them through inhibitory synapses. The dish is delicious where the
   * verdict's cell fires within the window. Cell 0 gets nothing and waits just below the threshold,
   * so that it is ahead as long as no other fired.
   *
   * @param copies verdict cells that hear the same and have noise of their own: as many trials
   * @param noiseMv deviation of their potential; a cell without noise is raised so that it stands
   *     at its threshold where the sum is 0
   */
  static Network spiking(Taster taster, int copies, double noiseMv) {
    NeuronModel cell = NeuronTexts.read("senses.neuron", "tasting", TEXT);
    int reporting = Taster.RELAYED.length * CELLS;
    int[] senses = IntStream.range(0, reporting).map(n -> Taster.RELAYED[n / CELLS]).toArray();
    int[] all = IntStream.range(0, reporting).toArray();
    double[] phase = new double[reporting];
    Arrays.setAll(phase, n -> (n % CELLS + 0.5) / CELLS);
    NetworkBuilder builder =
        Network.builder("senses-spiking-" + taster.name())
            .seed(1)
            .provenance(
                new Provenance(
                    "The taster of networks/scenes/senses.net.yaml in spikes: a dish is delicious"
                        + " where the cell verdict[1] fires within 200 ms",
                    "",
                    List.of()))
            .population("senses", Shape.of(1, Dishes.INPUTS, 1), "input", p -> p)
            .population("before", reporting, "if", p -> p.param("v_init", mV(phase)))
            .population("verdict", copies + 1, cell, p -> verdict(p, taster, copies, noiseMv))
            .projection(
                "axons",
                "senses",
                "before",
                Connectivity.EdgeList.of(senses, all),
                p ->
                    p.weight(Values.constant(SPIKES_PER_MS, "mV"))
                        .delay("1 ms")
                        .receptor("excitatory"));
    if (taster.minds()) {
      double[] held = new double[reporting];
      Arrays.setAll(held, n -> -taster.mint()[n / CELLS] * SPIKES_PER_MS);
      builder.projection(
          "mint",
          "senses",
          "before",
          Connectivity.EdgeList.of(mintInputs(CELLS), all),
          p -> p.weight(mV(held)).delay("1 ms").receptor("inhibitory"));
    }
    weigh(builder, taster, reporting, copies);
    return builder
        .decision(new Decision.MostSpikes("verdict"))
        .presentation(
            new Presentation(
                Shape.of(1, Dishes.INPUTS, 1),
                Presentation.Order.WHOLE,
                Quantity.of(WINDOW_MS, "ms"),
                Quantity.of(0, "ms"),
                Quantity.of(STEP_MS, "ms")))
        .build();
  }

  private static NetworkBuilder.PopulationParts verdict(
      NetworkBuilder.PopulationParts parts, Taster taster, int copies, double noiseMv) {
    double[] bias = new double[copies + 1];
    double raised = noiseMv > 0 ? 0 : THRESHOLD_MV;
    Arrays.fill(bias, (taster.bias() * MV_PER_UNIT + raised) / TAU_MS);
    bias[0] = 0.999 * THRESHOLD_MV / TAU_MS;
    double[] sigma = new double[copies + 1];
    Arrays.fill(sigma, noiseMv);
    sigma[0] = 0;
    return parts
        .param("v_th", Values.constant(THRESHOLD_MV, "mV"))
        .param("sigma", mV(sigma))
        .bias(Values.listed(Numbers.of(bias), "mV/ms"));
  }

  /** A spike is a jump that leaves, on average over a train, as many mV as the weight says. */
  private static void weigh(NetworkBuilder builder, Taster taster, int reporting, int copies) {
    int[] pre = new int[reporting * copies];
    int[] post = new int[pre.length];
    double[] jump = new double[pre.length];
    for (int k = 0; k < pre.length; k++) {
      pre[k] = k % reporting;
      post[k] = 1 + k / reporting;
      double weight = taster.weights()[Taster.RELAYED[pre[k] / CELLS]];
      jump[k] = weight * MV_PER_UNIT / (TAU_MS * SPIKES_PER_MS * CELLS);
    }
    builder.projection(
        "weighing",
        "before",
        "verdict",
        Connectivity.EdgeList.of(pre, post),
        p -> p.weight(mV(jump)).delay("1 ms").receptor("excitatory"));
  }

  private static Values mV(double[] each) {
    return Values.listed(Numbers.of(each), "mV");
  }

  /** One who knows nothing of dishes yet: five senses, touch among them, onto the two answers. */
  public static Network pupil() {
    return Network.builder("senses-pupil")
        .seed(1)
        .provenance(
            new Provenance(
                "Learns from rated dishes what each of five senses counts", "", List.of()))
        .population("senses", Shape.of(1, Taster.SENSES.size(), 1), "input", p -> p)
        .population("verdict", 2, "softmax", p -> p.bias(Values.constant(0)))
        .projection(
            "weighing",
            "senses",
            "verdict",
            new Connectivity.Dense(),
            p ->
                p.weight(Values.drawn(new Distribution.Uniform(-0.1, 0.1, Unit.NONE)))
                    .learning(learning()))
        .decision(new Decision.LargestValue("verdict"))
        .build();
  }

  /** All dishes at once, so that nothing but the ratings is left to chance. */
  static LearningRule learning() {
    return new LearningRule(
        "backpropagation",
        new TreeMap<>(
            Map.of(
                "epochs", Quantity.of(300),
                "batch", Quantity.of(1000),
                "learning_rate", Quantity.of(0.1),
                "weight_decay", Quantity.of(0))));
  }
}
