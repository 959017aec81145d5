package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

/** Delays that count passes, and numbers shared by channel. */
class PassesTest {

  private static Projection joined(String from, String to, Values delay) {
    return Network.builder("n")
        .population("a", 2, from)
        .population("b", 2, to)
        .projection("a", "b", new Connectivity.OneToOne(), p -> p.delay(delay))
        .build()
        .projection("a_b");
  }

  @Test
  void aPlainDelayCountsPasses() {
    assertThat(joined("relu", "relu", Values.constant(3)).passes()).isEqualTo(3);
    assertThat(joined("relu", "relu", Values.constant(3, "ms")).passes()).isZero();
  }

  @Test
  void onlyWholePassesBetweenRateNeuronsAreCounted() {
    assertThatThrownBy(() -> joined("relu", "relu", Values.constant(1.5)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "projections.a_b.delay: 1.5 is not one whole number of passes for all, 1..10000; give a"
                + " time for a delay in time");
    assertThatThrownBy(() -> joined("relu", "relu", Values.listed(1, 2)))
        .hasMessageContaining("is not one whole number of passes for all");
    assertThatThrownBy(() -> joined("poisson", "relu", Values.constant(1)))
        .hasMessage(
            "projections.a_b.delay: 1 counts passes, which only networks of rate neurons are run in;"
                + " 'a' speaks in spikes: give a time, such as 1.5 ms");
  }

  @Test
  void biasesMayBeSharedByChannel() {
    Population p =
        Network.builder("n")
            .population("p", Shape.of(2, 1, 2), "relu", more -> more.bias(Values.perChannel(1, 2)))
            .build()
            .population("p");
    assertThat(((Values.PerChannel) p.bias().orElseThrow()).listed(4))
        .isEqualTo(Values.listed(1, 2, 1, 2));
    assertThat(org.hillock.core.wiring.SynapseCount.biases(p)).isEqualTo(2);
    assertThatThrownBy(() -> p.withBias(Values.perChannel(1, 2, 3)))
        .isInstanceOf(UsageException.class)
        .hasMessage("populations.p.bias: lists 3 numbers, but 2×1×2 has 2 channels");
  }

  @Test
  void weightsAreNot() {
    assertThatThrownBy(() ->
            Network.builder("n")
                .population("a", 2, "relu")
                .projection(
                    "a", "a", new Connectivity.OneToOne(), p -> p.weight(Values.perChannel(1, 2)))
                .build())
        .hasMessageContaining("weights are not shared by channel");
  }
}
