package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;
import static org.hillock.deep.Twins.batch;
import static org.hillock.deep.Twins.read;

import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tensor engine against its plain twin, and what it refuses. */
class TensorEngineTest {

  private final TensorEngine engine = new TensorEngine();

  private static void meetsItsTwin(Network network, Map<String, float[][]> inputs, int rows) {
    Twins.meet(network, List.of(inputs), rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity",
        "sigmoid",
        "tanh",
        "relu",
        "leaky-relu",
        "elu",
        "gelu",
        "gelu-tanh",
        "silu",
        "softplus",
        "hard-sigmoid",
        "softmax",
        "log-softmax",
        "step"
      })
  void everyActivationMeetsItsTwin(String activation) {
    meetsItsTwin(Nets.mlp(7, 9, activation, 4, "softmax", 3), Map.of("image", batch(5, 7, 1)), 5);
  }

  @Test
  void severalInputsSkipsNormalisationAndGainMeetTheTwin() {
    Network network =
        Network.builder("skips")
            .seed(11)
            .population("late", 3, "tanh", p -> p.bias(normal(1)))
            .population("a", 6, "input")
            .population("b", 4, "input")
            .population("early", 5, "relu", p -> p.bias(normal(1)))
            .projection(
                "a", "early", dense(), c -> c.weight(normal(1)).normalise(Normalisation.rms()))
            .projection("b", "early", dense(), c -> c.weight(normal(1)))
            .projection(
                "early", "late", dense(), c -> c.weight(normal(1)).normalise(Normalisation.rms()))
            .projection("a", "late", dense(), c -> c.weight(normal(1)))
            .modulator(
                new Modulator(
                    "tone",
                    0.5,
                    List.of(new Modulator.Target("early", 1), new Modulator.Target("late", -0.4))))
            .build();
    // b has one row, which holds for the whole batch
    meetsItsTwin(network, Map.of("a", batch(4, 6, 1), "b", batch(1, 4, 2)), 4);
  }

  @Test
  void everyConnectivityMeetsItsTwin() {
    Network network =
        Network.builder("wired")
            .seed(5)
            .population("image", Shape.of(5, 5, 2), "input", p -> p)
            .population("sheet", Shape.of(3, 3, 3), "relu", p -> p)
            .population("next", 27, "identity")
            .population("last", 8, "sigmoid")
            .projection(
                "image",
                "sheet",
                new Connectivity.Convolution(3, 3, 1, 0),
                c -> c.weight(normal(1)))
            .projection("sheet", "next", new Connectivity.OneToOne(), c -> c.weight("2"))
            .projection(
                "twice",
                "sheet",
                "next",
                Connectivity.EdgeList.of(new int[] {1, 1}, new int[] {4, 4}),
                c -> c.weight(Values.listed(0.5, 0.25)))
            .projection(
                "next",
                "last",
                new Connectivity.FixedInDegree(5, true, true),
                c -> c.weight(normal(1)).delay("3 ms"))
            .build();
    meetsItsTwin(network, Map.of("image", batch(3, 50, 1)), 3);
  }

  @Test
  void aConvolutionIsWhatAHandMakesOfIt() {
    Network network =
        Network.builder("kernel")
            .population("image", Shape.of(2, 2, 1), "input", p -> p)
            .population("sheet", Shape.of(1, 1, 1), "identity", p -> p.bias(Values.constant(10)))
            .projection(
                "image",
                "sheet",
                new Connectivity.Convolution(2, 2, 1, 0),
                c -> c.weight(Values.listed(1, 2, 3, 4)))
            .build();
    try (Session session = Engines.open(network, SessionOptions.seeded(1))) {
      session.present(Stimulus.frame("image", new float[] {1, 10, 100, 1000}));
      session.advance();
      assertThat(session.engine()).isEqualTo("tensor");
      // 1·1 + 2·10 + 3·100 + 4·1000 + 10
      assertThat(read(session, "sheet")).isEqualTo(new double[][] {{4331}});
    }
  }

  @Test
  void aSilentSourceIsNormalisedToZeroAndNotToNothing() {
    Network network =
        Network.builder("silent")
            .population("image", 3, "input")
            .population("out", 2, "identity", p -> p.bias(Values.constant(0.5)))
            .projection("image", "out", dense(), c -> c.normalise(Normalisation.rms()))
            .build();
    try (Session session = engine.open(network, SessionOptions.seeded(1))) {
      session.advance();
      assertThat(read(session, "out")).isEqualTo(new double[][] {{0.5, 0.5}});
    }
  }

  @Test
  void tellsTheRowsOfABatchAndSelectsNeuronsInTheOrderWritten() {
    Network network = Nets.mlp(3, 4, "relu", 2, "identity", 1);
    try (Session session = engine.open(network, SessionOptions.seeded(1))) {
      Capability.Batched batched = session.capability(Capability.Batched.class).orElseThrow();
      assertThat(session.capability(Capability.Timed.class)).isEmpty();
      session.present(new Stimulus.Frames("image", batch(6, 3, 1)));
      session.advance();
      assertThat(batched.rows()).isEqualTo(6);
      double[] all = read(session, "hidden.sum")[5];
      assertThat(read(session, "hidden[3,0..1].sum")[5]).containsExactly(all[3], all[0], all[1]);
      session.present(new Stimulus.Nothing("image"));
      session.advance();
      assertThat(batched.rows()).isEqualTo(1);
      assertThat(read(session, "image")).isEqualTo(new double[1][3]);
    }
  }

  @Test
  void theSamePassTwiceGivesTheSameBits() {
    Network network = Nets.mlp(30, 40, "tanh", 10, "softmax", 1);
    double[][][] twice = new double[2][][];
    for (int i = 0; i < 2; i++) {
      try (Session session = engine.open(network, SessionOptions.seeded(i))) {
        session.present(new Stimulus.Frames("image", batch(64, 30, 1)));
        session.advance();
        twice[i] = read(session, "out");
      }
    }
    assertThat(twice[0]).isDeepEqualTo(twice[1]);
  }

  @Test
  void refusesSpikesAndCyclesInASentence() {
    Network spiking = Network.builder("s").population("exc", 2, "lif-delta").build();
    assertThat(engine.refuses(spiking))
        .contains(
            "population 'exc' is of model 'lif-delta', which speaks in spikes; only rate neurons"
                + " can be run as tensors");
    Network cyclic =
        Network.builder("c")
            .population("image", 2, "input")
            .population("a", 2, "relu")
            .population("b", 2, "relu")
            .projection("image", "a", dense(), c -> c)
            .projection("a", "b", dense(), c -> c)
            .projection("b", "a", dense(), c -> c)
            .build();
    assertThat(engine.refuses(cyclic))
        .contains(
            "its populations form a cycle (a → b → a), and a pass has no time in which to go"
                + " round: count the delay of one of their projections in passes ('delay: 1')");
    assertThatThrownBy(() -> engine.open(cyclic, SessionOptions.seeded(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the tensor engine cannot run network 'c': its populations form");
    Network self =
        Network.builder("self")
            .population("a", 2, "relu")
            .projection("a", "a", dense(), c -> c)
            .build();
    assertThat(engine.refuses(self).orElseThrow()).contains("(a → a)");
  }

  @Test
  void refusesWhatDoesNotFitIntoMemoryBeforeTakingIt() {
    Network large =
        Network.builder("large")
            .population("image", 200_000, "input")
            .population("out", 200_000, "relu")
            .projection("image", "out", new Connectivity.FixedInDegree(1, true, true), c -> c)
            .build();
    // 4e10 cells of 4 bytes held and 12 while they are laid out
    assertThat(engine.estimate(large, SessionOptions.seeded(1)).bytes())
        .isBetween(640_000_000_000L, 641_000_000_000L);
    assertThatThrownBy(() -> engine.open(large, SessionOptions.seeded(1)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("network 'large' needs about 596");
    assertThatThrownBy(
            () -> engine.open(large, SessionOptions.seeded(1).withMemoryBytes(Long.MAX_VALUE)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("projections.image_out: as a matrix it has 40000000000 cells");
  }
}
