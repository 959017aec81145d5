package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;

class VotesCheckTest {

  private static Network network(String of, int classes, String window, Integer... labels) {
    return Network.builder("voting")
        .population("image", 4, "poisson")
        .population("exc", 3, "lif-delta")
        .population("inh", 3, "lif-delta")
        .projection("inh", "exc", new Connectivity.AllButOwn(), p -> p.weight("1 mV").delay("1 ms"))
        .decision(
            new Decision.Votes(
                of, classes, Quantity.parse(window), Quantity.of(0.5, "ms"), List.of(labels)))
        .build();
  }

  private static void refused(
      String of, int classes, String window, String message, Integer... labels) {
    assertThatThrownBy(() -> network(of, classes, window, labels))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void anImageOfPoissonSourcesIsThePortWhereThereIsNoInput() {
    Ports ports = Ports.of(network("exc", 10, "350 ms"));
    assertThat(ports.image().name()).isEqualTo("image");
    assertThat(ports.classes(network("exc", 10, "350 ms"))).isEqualTo(10);
  }

  @Test
  void votesThatDoNotFit() {
    refused(
        "image",
        10,
        "1 ms",
        "decision.votes.of: 'image' is of model 'poisson', which is not a spiking neuron");
    refused("exc", 1, "1 ms", "decision.votes.classes: 1 is not >= 2");
    refused("exc", 2, "0 ms", "decision.votes.window: 0 ms is not > 0 ms");
    refused(
        "exc",
        2,
        "3 mV",
        "decision.votes.window: 3 mV is a voltage, but a time, such as '1 ms', is needed here");
    refused(
        "exc",
        2,
        "0.7 ms",
        "decision.votes.window: 0.7 ms is not a whole number of steps of 0.5 ms");
    refused(
        "exc",
        2,
        "1 ms",
        "decision.votes.labels: 2 labels where population 'exc' has 3 neurons",
        0,
        1);
    refused("exc", 2, "1 ms", "decision.votes.labels: neuron 2: 2 is not in -1..1", 0, -1, 2);
  }

  @Test
  void allButOwnJoinsEachWithAllOthers() {
    Network network = network("exc", 2, "1 ms");
    Projection p = network.projection("inh_exc");
    assertThat(org.hillock.core.wiring.SynapseCount.synapses(network, p)).isEqualTo(6);
    var synapses = org.hillock.core.wiring.Wiring.of(network, p);
    assertThat(synapses.count()).isEqualTo(6);
    for (int k = 0; k < 6; k++) {
      assertThat(synapses.pre()[k]).isNotEqualTo(synapses.post()[k]);
    }
  }
}
