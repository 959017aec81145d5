package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;

/** The contract of sessions, on a network of both kinds of neuron. */
class SpikingSessionTest extends SessionContract {

  private static final Network MIXED =
      Network.builder("mixed")
          .seed(5)
          .population("noise", 20, "poisson", p -> p.param("rate", "300 Hz"))
          .population("cell", 30, "lif-delta", p -> p)
          .population("slow", 30, "lif-exp", p -> p.bias(Values.constant(300, "pA")))
          .population("read", 3, "tanh")
          .projection(
              "noise",
              "cell",
              new Connectivity.FixedInDegree(8, true, true),
              c -> c.weight("8 mV").delay(Values.drawn(new Distribution.Uniform(0.1, 3, Unit.MS))))
          .projection(
              "cell",
              "slow",
              new Connectivity.PairwiseProbability(0.3, true),
              c -> c.weight("90 pA"))
          .projection("slow", "read", new Connectivity.AllToAll(true), c -> c.weight("0.1"))
          .projection("read", "cell", new Connectivity.AllToAll(true), c -> c.weight("0.2 mV"))
          .build();

  @Override
  Session open() {
    return new SpikingEngine().open(MIXED, SessionOptions.seeded(3));
  }

  @Override
  String watched() {
    return "slow.spikes";
  }

  @Override
  List<String> others() {
    return List.of("cell.v", "cell.spikes", "slow.i_exc", "slow.i_inh", "read.sum", "noise");
  }

  /** What layers of deep networks make of their sums, as tensors. */
  private static final List<String> TENSORS_ONLY =
      List.of(
          "leaky-relu",
          "elu",
          "gelu",
          "gelu-tanh",
          "silu",
          "softplus",
          "hard-sigmoid",
          "log-softmax",
          "product");

  @Test
  void isFoundAsAServiceAndRunsAllShippedModels() {
    assertThat(Engines.named("spiking").order()).isEqualTo(20);
    for (NeuronModel model : NeuronModels.all()) {
      Network network = Network.builder("one").population("p", 1, model.name()).build();
      if (TENSORS_ONLY.contains(model.name())) {
        assertThat(Engines.named("spiking").refuses(network).orElseThrow())
            .contains("'" + model.name() + "'", "no equations");
        continue;
      }
      assertThat(Engines.named("spiking").refuses(network)).isEmpty();
      Bench bench = new Bench(network, 1);
      for (NeuronModel.Variable variable : model.variables()) {
        assertThat(bench.steps(1).read("p." + variable.name())).hasSize(1);
      }
    }
  }

  @Test
  void variablesAreSampledAtTheirInterval() {
    Session session = open();
    Recording v = new Recording();
    session.record(new Probe(SiteRef.parse("cell[7,2].v"), 0.5), v);
    for (int k = 0; k < 12; k++) {
      session.advance();
    }
    assertThat(v.size()).isEqualTo(4);
    assertThat(v.along(0)).isEqualTo(0.5);
    assertThat(v.along(3)).isEqualTo(1);
    assertThat(List.of(v.neuron(0), v.neuron(1))).containsExactly(2, 7);
    assertThat(v.schema().orElseThrow().columns()).containsExactly("time_ms", "neuron", "v_mV");
  }

  @Test
  void aSpikeIsReadInTheStepThatMadeIt() {
    Network network =
        Network.builder("one")
            .population("s", 1, "spike-list", p -> p.spikes(new double[] {0.2}))
            .build();
    Bench bench = new Bench(network, 0.1);
    assertThat(bench.read("s")[0]).isZero();
    assertThat(bench.steps(1).read("s")[0]).isZero();
    assertThat(bench.steps(1).read("s")[0]).isEqualTo(1);
    assertThat(bench.steps(1).read("s")[0]).isZero();
  }

  @Test
  void theEstimateCountsNeuronsAndSynapses() {
    var estimate = new SpikingEngine().estimate(MIXED, SessionOptions.seeded(1));
    assertThat(estimate.neurons()).isEqualTo(83);
    assertThat(estimate.synapses()).isEqualTo(8 * 30 + 270 + 90 + 90);
    assertThat(estimate.bytes()).isEqualTo(83 * 200 + 600 * 12 + 90 * 16);
  }

  @Test
  void aClosedSessionRunsNoMore() {
    Session session = open();
    session.close();
    assertThatThrownBy(session::advance).isInstanceOf(IllegalStateException.class);
  }
}
