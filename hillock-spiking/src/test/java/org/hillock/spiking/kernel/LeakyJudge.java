package org.hillock.spiking.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.hillock.core.random.Draws;
import org.hillock.spiking.equation.LoweredText;

/** The hand-written doubles with closed-form coefficients, on the parameters of a text. */
final class LeakyJudge {

  static final int NEURONS = 20 * FloatKernels.LANES;
  static final double STEP_MS = 0.1;

  /** A text, random values of its parameters, and the port or ports that spikes arrive at. */
  enum Model {
    LIF_DELTA("signed"),
    LIF_EXP("excitatory", "inhibitory"),
    LIF_SHIU("signed", "direct");

    final String[] ports;

    Model(String... ports) {
      this.ports = ports;
    }

    LoweredText text(Draws draws, boolean alike) {
      LoweredText text =
          LoweredText.shipped(name().toLowerCase(Locale.ROOT).replace('_', '-'), NEURONS);
      set(text, "tau_m", draws, alike, 5, 30);
      set(text, "v_rest", draws, alike, -75, -60);
      set(text, "v_reset", draws, alike, -75, -55);
      set(text, "v_th", draws, alike, -50, -45);
      set(text, "t_ref", draws, alike, 0, 3);
      switch (this) {
        case LIF_DELTA -> set(text, "bias", draws, alike, -0.5, 1.5);
        case LIF_EXP -> {
          set(text, "c_m", draws, alike, 100, 300);
          set(text, "tau_exc", draws, alike, 0.3, 5);
          set(text, "tau_inh", draws, alike, 0.3, 5);
          set(text, "bias", draws, alike, -50, 300);
        }
        case LIF_SHIU -> {
          set(text, "tau_syn", draws, alike, 1, 4);
          set(text, "bias", draws, alike, -0.5, 1.5);
        }
      }
      return text;
    }

    /** Weight of what arrives. */
    double weight() {
      return this == LIF_EXP ? 150 : 2;
    }
  }

  private static void set(
      LoweredText text, String name, Draws draws, boolean alike, double low, double high) {
    double[] drawn = new double[NEURONS];
    for (int i = 0; i < NEURONS; i++) {
      drawn[i] = alike && i > 0 ? drawn[0] : low + (high - low) * draws.uniform();
    }
    text.with(name, i -> drawn[i]);
  }

  private final Model model;
  private final LoweredText text;
  final double[] u;
  final double[] first = new double[NEURONS];
  final double[] second = new double[NEURONS];
  private final double[] decay;
  final FiringDoubles firing;

  LeakyJudge(Model model, LoweredText text) {
    this.model = model;
    this.text = text;
    double[] settled = each(i -> text("v_rest", i) + drift(i));
    u = each(i -> text("v_init", i) - settled[i]);
    decay = decay("tau_m");
    int[] refractory = new int[NEURONS];
    Arrays.setAll(refractory, i -> (int) Math.round(text("t_ref", i) / STEP_MS));
    double[] threshold = each(i -> text("v_th", i) - settled[i]);
    if (model == Model.LIF_SHIU) {
      // this text's threshold is strict
      Arrays.setAll(threshold, i -> Math.nextUp(threshold[i]));
    }
    double[] reset = each(i -> text("v_reset", i) - settled[i]);
    firing = new FiringDoubles(new int[NEURONS], threshold, reset, refractory);
  }

  private double text(String name, int i) {
    return text.get(name, i);
  }

  private static double[] each(IntToDoubleFunction value) {
    double[] all = new double[NEURONS];
    Arrays.setAll(all, value);
    return all;
  }

  /** What the bias adds to where it settles, in mV. */
  private double drift(int i) {
    double drive = text("bias", i) * text("tau_m", i);
    return model == Model.LIF_EXP ? drive / text("c_m", i) : drive;
  }

  private double[] decay(String tau) {
    return each(i -> StrictMath.exp(-STEP_MS / text(tau, i)));
  }

  /** What 1 of a current or drive that decays with {@code tau} adds to u in a step. */
  private double[] from(String tau) {
    return each(i -> {
      double ratio = text(tau, i) / text("tau_m", i);
      double scale = model == Model.LIF_EXP ? text(tau, i) / text("c_m", i) : ratio;
      double difference =
          StrictMath.exp(-STEP_MS / text("tau_m", i)) - StrictMath.exp(-STEP_MS / text(tau, i));
      return scale * difference / (1 - ratio);
    });
  }

  void step(double[] cells, Span span, FiredSpikes fired) {
    double weight = model.weight();
    switch (model) {
      case LIF_DELTA -> {
        DeltaDoubles n = new DeltaDoubles(u, -1, decay, firing);
        HandWrittenDoubles.delta(n, cells, 0, weight, span, fired);
      }
      case LIF_EXP -> {
        ExponentialDoubles n =
            new ExponentialDoubles(
                u,
                first,
                second,
                -1,
                decay,
                decay("tau_exc"),
                decay("tau_inh"),
                from("tau_exc"),
                from("tau_inh"),
                firing);
        HandWrittenDoubles.exponential(n, cells, 0, NEURONS, weight, span, fired);
      }
      case LIF_SHIU -> {
        ShiuDoubles n =
            new ShiuDoubles(u, first, -1, decay, decay("tau_syn"), from("tau_syn"), firing);
        HandWrittenDoubles.shiu(n, cells, 0, NEURONS, weight, span, fired);
      }
    }
  }

  /** By state of the text. */
  double[] state(int k) {
    return k == 0 ? u : k == 1 ? first : second;
  }
}
