package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Stimulus;
import org.hillock.spiking.lowered.Activation;
import org.junit.jupiter.api.Test;

/** Rate neurons, asynchronous and delayed, against a forward pass written here. */
class RateNetworkTest {

  private static final String[] MODELS = {"relu", "tanh", "sigmoid", "softmax"};
  private static final int[] SIZES = {6, 9, 8, 7, 5};

  private static double[] drawn(int count, long index) {
    Draws draws = new Draws(99, Purpose.EXPERIMENT, index);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = draws.normal() * 0.6;
    }
    return values;
  }

  private static Network layers(String[] delays) {
    var builder = Network.builder("mlp").population("in", SIZES[0], "input");
    for (int l = 1; l < SIZES.length; l++) {
      double[] bias = drawn(SIZES[l], 100 + l);
      builder.population("l" + l, SIZES[l], MODELS[l - 1], p -> p.bias(Values.listed(bias)));
    }
    for (int l = 1; l < SIZES.length; l++) {
      double[] weights = drawn(SIZES[l] * SIZES[l - 1], l);
      String delay = delays[l - 1];
      builder.projection(
          l == 1 ? "in" : "l" + (l - 1),
          "l" + l,
          new Connectivity.Dense(),
          c ->
              delay.isEmpty()
                  ? c.weight(Values.listed(weights))
                  : c.weight(Values.listed(weights)).delay(delay));
    }
    return builder.build();
  }

  private static double[] forward(float[] input) {
    double[] a = new double[input.length];
    for (int i = 0; i < a.length; i++) {
      a[i] = input[i];
    }
    for (int l = 1; l < SIZES.length; l++) {
      double[] w = drawn(SIZES[l] * SIZES[l - 1], l);
      double[] z = drawn(SIZES[l], 100 + l);
      for (int i = 0; i < z.length; i++) {
        for (int j = 0; j < a.length; j++) {
          z[i] += w[i * a.length + j] * a[j];
        }
      }
      a = activate(MODELS[l - 1], z);
    }
    return a;
  }

  private static double[] activate(String model, double[] z) {
    double[] a = new double[z.length];
    double total = 0;
    for (double one : z) {
      total += Math.exp(one);
    }
    for (int i = 0; i < z.length; i++) {
      a[i] =
          switch (model) {
            case "relu" -> Math.max(z[i], 0);
            case "tanh" -> Math.tanh(z[i]);
            case "sigmoid" -> 1 / (1 + Math.exp(-z[i]));
            default -> Math.exp(z[i]) / total;
          };
    }
    return a;
  }

  private static final float[] SHOWN = {0.5f, -1, 0.25f, 2, 0, 1};

  @Test
  void settlesToTheForwardPassWhateverTheDelays() {
    double[] first = null;
    for (String[] delays :
        new String[][] {
          {"", "", "", ""}, {"1 ms", "4 ms", "2 ms", "1 ms"}, {"7 ms", "1 ms", "1 ms", "3 ms"}
        }) {
      Bench bench = new Bench(layers(delays), 1);
      bench.session.present(Stimulus.frame("in", new float[] {3, 3, 3, 3, 3, 3}));
      bench.steps(7);
      bench.session.present(Stimulus.frame("in", SHOWN));
      bench.steps(40);
      double[] settled = bench.read("l4.value");
      double[] expected = forward(SHOWN);
      for (int i = 0; i < settled.length; i++) {
        assertThat(settled[i]).isCloseTo(expected[i], within(1e-12));
      }
      first = first == null ? settled : first;
      // sums are functions of what arrived, not of its history: the same bits
      assertThat(settled).isEqualTo(first);
      long events = bench.timed().synapticEvents();
      bench.steps(20);
      assertThat(bench.timed().synapticEvents()).isEqualTo(events);
    }
  }

  @Test
  void aChangeTakesItsDelayAtEachProjection() {
    Network network =
        Network.builder("chain")
            .population("in", 1, "input")
            .population("a", 1, "identity")
            .population("b", 1, "identity")
            .projection("in", "a", Bench.one(), c -> c.weight("2").delay("3 ms"))
            .projection("a", "b", Bench.one(), c -> c.weight("5"))
            .build();
    Bench bench = new Bench(network, 1);
    bench.steps(2);
    bench.session.present(Stimulus.frame("in", new float[] {1}));
    Recording a = bench.record("a.value");
    Recording b = bench.record("b.sum");
    bench.steps(10);
    // at 2 ms, arrives at 5, computed at 6; arrives at 7, computed at 8
    for (int k = 0; k < 10; k++) {
      assertThat(a.value(k)).isEqualTo(a.along(k) >= 6 ? 2 : 0);
      assertThat(b.value(k)).isEqualTo(b.along(k) >= 8 ? 10 : 0);
    }
    assertThat(bench.timed().synapticEvents()).isEqualTo(2);
    assertThat(bench.timed().updateTimes("in")).isEqualTo(1);
    assertThat(bench.timed().updateTimes("b")).isEqualTo(1);
    bench.session.present(new Stimulus.Nothing("in"));
    bench.steps(10);
    assertThat(bench.read("b.value")[0]).isZero();
  }

  @Test
  void normalisationDividesByTheRootMeanSquare() {
    Network network =
        Network.builder("norm")
            .population("in", 2, "input")
            .population("out", 2, "identity")
            .projection(
                "in", "out", new Connectivity.OneToOne(), c -> c.normalise(Normalisation.rms()))
            .build();
    Bench bench = new Bench(network, 1);
    bench.session.present(Stimulus.frame("in", new float[] {3, 4}));
    bench.steps(2);
    double rms = Math.sqrt(12.5) + 1e-8;
    assertThat(bench.read("out.value")).containsExactly(3 / rms, 4 / rms);
  }

  @Test
  void modulatorsScaleWhatArrivesAndNotTheBias() {
    Network network =
        Network.builder("tone")
            .population("in", 1, "input")
            .population("out", 1, "identity", p -> p.bias(Values.constant(1)))
            .population("cell", 1, "if", p -> p.bias(Values.constant(0.25, "mV/ms")))
            .projection("in", "out", Bench.one(), c -> c.weight("2"))
            .projection("in", "cell", Bench.one(), c -> c.weight("0.125 mV"))
            .modulator(
                new Modulator(
                    "calm",
                    1,
                    java.util.List.of(
                        new Modulator.Target("out", -0.5), new Modulator.Target("cell", 1))))
            .build();
    Bench bench = new Bench(network, 1);
    bench.session.present(Stimulus.frame("in", new float[] {1}));
    bench.steps(2);
    assertThat(bench.read("out.value")[0]).isEqualTo(2);
    assertThat(bench.read("cell.v")[0]).isEqualTo(0.75);
  }

  @Test
  void aValueActsAsThatManyEventsForEachMillisecond() {
    Network network =
        Network.builder("drive")
            .population("in", 2, "input")
            .population("cell", 1, "if", p -> p.param("v_th", "100 mV"))
            .population("slow", 1, "lif-exp", p -> p)
            .projection("in", "cell", new Connectivity.AllToAll(true), c -> c.weight("2 mV"))
            .projection(
                "in",
                "slow",
                new Connectivity.AllToAll(true),
                c -> c.weight(Values.listed(Numbers.of(4, -2), "pA")))
            .build();
    Bench bench = new Bench(network, 0.5);
    bench.session.present(Stimulus.frame("in", new float[] {0.5f, 1}));
    bench.steps(5);
    // from step 1 on, in 4 steps: (0.5 + 1) · 2 mV · 0.5 ms each
    assertThat(bench.read("cell.v")[0]).isEqualTo(6);
    double exc = 0;
    double inh = 0;
    for (int k = 0; k < 4; k++) {
      exc = (exc + 4 * 0.5 * 0.5) * StrictMath.exp(-1);
      inh = (inh - 2 * 1 * 0.5) * StrictMath.exp(-1);
    }
    assertThat(bench.read("slow.i_exc")[0]).isCloseTo(exc, within(1e-15));
    assertThat(bench.read("slow.i_inh")[0]).isCloseTo(inh, within(1e-15));
  }

  @Test
  void aSpikeCountsOneOverTheStepForOneStepAtARateNeuron() {
    Network network =
        Network.builder("read")
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {1}))
            .population("out", 1, "identity", p -> p.bias(Values.constant(1)))
            .population("soft", 2, "softmax")
            .projection("source", "out", Bench.one(), c -> c.weight("3").delay("1 ms"))
            .projection("source", "soft", Bench.one(), c -> c.weight("0.5").delay("1 ms"))
            .build();
    Bench bench = new Bench(network, 0.5);
    Recording out = bench.record("out.value");
    Recording soft = bench.record("soft[1].value");
    bench.steps(8);
    for (int k = 0; k < 8; k++) {
      boolean there = out.along(k) == 2.5;
      assertThat(out.value(k)).isEqualTo(there ? 7 : 1);
      double share = there ? 1 / (1 + Math.exp(1)) : 0.5;
      assertThat(soft.value(k)).isCloseTo(share, within(1e-15));
    }
  }

  @Test
  void stepAndIdentityAnswerAtTheirEdges() {
    assertThat(Activation.STEP.of(0)).isZero();
    assertThat(Activation.STEP.of(1e-300)).isEqualTo(1);
    assertThat(Activation.RELU.of(-3)).isZero();
    double[] a = new double[2];
    Activation.softmax(new double[] {1000, 1000}, a);
    assertThat(a).containsExactly(0.5, 0.5);
  }
}
