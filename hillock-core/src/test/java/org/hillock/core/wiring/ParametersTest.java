package org.hillock.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;

class ParametersTest {

  private static final Network NETWORK =
      Network.builder("biased")
          .seed(1)
          .population("none", 2, "relu")
          .population("one", 3, "relu", p -> p.bias(drawn()))
          .population("other", 3, "relu", p -> p.bias(drawn()))
          .population("volts", 2, "lif-delta", p -> p.bias(Values.constant(0.5, "V/s")))
          .population("amperes", 2, "lif-exp", p -> p.bias(Values.constant(0.1, "nA")))
          .build();

  private static Values drawn() {
    return Values.drawn(new Distribution.Uniform(0, 1, Unit.NONE));
  }

  private static double[] of(String population) {
    return Parameters.bias(NETWORK, NETWORK.population(population));
  }

  @Test
  void aPopulationThatStatesNoneHasZero() {
    assertThat(of("none")).containsExactly(0, 0);
  }

  @Test
  void eachPopulationDrawsItsOwnAndTheSameEachTime() {
    assertThat(of("one")).containsExactly(of("one")).doesNotContain(of("other"));
  }

  @Test
  void theyComeInTheUnitOfTheModel() {
    // 0.5 V/s is 0.5 mV/ms, 0.1 nA is 100 pA
    assertThat(of("volts")).containsExactly(0.5, 0.5);
    assertThat(of("amperes")).containsExactly(100, 100);
  }
}
