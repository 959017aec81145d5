package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Values;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;
import org.junit.jupiter.api.Test;

class HillockSumTest {

  private static double[][] sums(Network network, Dataset images, String population) {
    Subject subject = new Subject(network, images, 1, false);
    try (Responder responder = subject.responder()) {
      Activities seen = subject.activities(responder, images.size());
      return new HillockSum(subject, seen).of(network.population(population));
    }
  }

  /** Single precision adds up to 30 products with 6e-8 each: 1e-4 of the sum's size leaves room. */
  @Test
  void isTheSumOfTheTensorEngine() {
    Network network =
        Network.builder("mlp")
            .seed(4)
            .population("image", 9, "input")
            .population("hidden", 20, "relu", p -> p.bias(Nets.normal(0.3)))
            .population("out", 2, "softmax", p -> p.bias(Nets.normal(0.3)))
            .projection(
                "image",
                "hidden",
                Nets.dense(),
                p -> p.weight(Nets.normal(0.5)).normalise(Normalisation.rms()))
            .projection("hidden", "out", Nets.dense(), p -> p.weight(Nets.normal(0.5)))
            .modulator(new Modulator("alert", 0.5, List.of(new Modulator.Target("hidden", 1))))
            .decision(new Decision.LargestValue("out"))
            .build();
    Subject subject = new Subject(network, Images.columns(30, 2), 1, false);
    try (Responder responder = subject.responder()) {
      Activities seen = subject.activities(responder, 30);
      HillockSum sums = new HillockSum(subject, seen);
      for (Population p : subject.summing()) {
        double[][] own = sums.of(p);
        double[][] theirs =
            responder.session().read(responder.session().bind(SiteRef.of(p.name(), "sum")));
        for (int i = 0; i < 30; i++) {
          for (int n = 0; n < p.size(); n++) {
            double size = Math.max(1, Math.abs(theirs[i][n]));
            assertThat(own[i][n]).isCloseTo(theirs[i][n], within(1e-4 * size));
          }
        }
      }
    }
  }

  /**
   * By hand: (100 pA·0.5 ms·0.8 - 40 pA·2 ms·0.5 + 200 pA) / (250 pF·15 mV) = 200/3750 spikes per
   * ms. Pixels are floats: 1e-7 of a term of 40.
   */
  @Test
  void isARateForLeakyNeurons() {
    Network network =
        Network.builder("leaky")
            .population("image", 2, "input")
            .population(
                "out",
                1,
                "lif-exp",
                p -> p.param("tau_inh", "2 ms").bias(Values.constant(200, "pA")))
            .projection(
                "image",
                "out",
                Nets.dense(),
                p -> p.weight(Values.listed(Numbers.of(100.0, -40.0), "pA")))
            .decision(new Decision.MostSpikes("out"))
            .build();
    double[][] sum = sums(network, Images.unlabelled(1, new float[] {0.8f, 0.5f}), "out");
    assertThat(sum[0][0]).isCloseTo(200.0 / 3750, within(1e-8));
  }

  /** (2 mV·0.75 - 0.5 mV/ms)/(4 - (-1)) mV; all exact in binary but the quotient. */
  @Test
  void isARateForPerfectIntegrators() {
    Network network =
        Network.builder("integrator")
            .population("image", 1, "input")
            .population(
                "out",
                1,
                "if",
                p ->
                    p.param("v_th", "4 mV")
                        .param("v_rest", "-1 mV")
                        .bias(Values.constant(-0.5, "mV/ms")))
            .projection("image", "out", Nets.dense(), Nets.mV(2))
            .decision(new Decision.MostSpikes("out"))
            .build();
    double[][] sum = sums(network, Images.unlabelled(1, new float[] {0.75f}), "out");
    assertThat(sum[0][0]).isCloseTo(0.2, within(1e-12));
  }

  private static double[] bent(String neuron, double... z) {
    Network network = Network.builder("one").population("p", z.length, neuron).build();
    return HillockSum.throughNonlinearity(network, network.population("p"), new double[][] {z})[0];
  }

  /** Against the functions' known values: tanh(ln 2) = 0.6, sigmoid(ln 3) = 0.75, and so on. */
  @Test
  void bendsSumsAsTheNeuronsDo() {
    assertThat(bent("relu", -1, 2)).containsExactly(0, 2);
    assertThat(bent("identity", -1, 2)).containsExactly(-1, 2);
    assertThat(bent("step", -1, 0, 2)).containsExactly(0, 0, 1);
    assertThat(bent("if", -0.1, 0.3)).containsExactly(0, 0.3);
    assertThat(bent("tanh", Math.log(2))[0]).isCloseTo(0.6, within(1e-12));
    assertThat(bent("sigmoid", Math.log(3))[0]).isCloseTo(0.75, within(1e-12));
    // e^0 : e^(ln 3), and not lost where the exponentials alone would overflow
    assertThat(bent("softmax", 1000, 1000 + Math.log(3)))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-9));
  }
}
