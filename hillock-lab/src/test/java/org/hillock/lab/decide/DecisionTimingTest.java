package org.hillock.lab.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

class DecisionTimingTest {

  private static Network spiking(String neuron, Values delay) {
    return Network.builder("one")
        .population("image", 1, "input")
        .population("out", 1, neuron)
        .projection("image", "out", Nets.dense(), p -> p.weight("1 mV").delay(delay))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  private static double stepOf(String neuron, Values delay) {
    return DecisionTiming.of(spiking(neuron, delay)).stepMs();
  }

  @Test
  void wholeMillisecondsAndPerfectIntegratorsTakeTheCoarseStep() {
    assertThat(stepOf("if", Values.constant(3, "ms"))).isEqualTo(1);
    assertThat(stepOf("if", Values.constant(0.002, "s"))).isEqualTo(1);
    assertThat(DecisionTiming.of(Nets.brightest(2)).stepMs()).isEqualTo(1);
  }

  @Test
  void anythingElseTakesTheFineStep() {
    assertThat(stepOf("if", Values.constant(1.5, "ms"))).isEqualTo(0.1);
    assertThat(stepOf("lif-delta", Values.constant(1, "ms"))).isEqualTo(0.1);
    assertThat(stepOf("if", Values.drawn(new Distribution.Uniform(1, 2, Unit.MS)))).isEqualTo(0.1);
  }

  @Test
  void aDecisionIsAWholeNumberOfSteps() {
    assertThat(DecisionTiming.of(Nets.brightestInSpikes(2)).steps()).isEqualTo(32);
    assertThat(new DecisionTiming(0.1, 32).steps()).isEqualTo(320);
  }
}
