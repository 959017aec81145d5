package org.hillock.lab.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.network.Decision;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;

class VoteCountTest {

  private static VoteCount count(Integer... labels) {
    return new VoteCount(
        new Decision.Votes(
            "exc", 3, Quantity.of(100, "ms"), Quantity.of(1, "ms"), List.of(labels)));
  }

  @Test
  void theMeanOfThoseWithALabelDecides() {
    // class 1 has more spikes in all, class 2 more for each neuron
    assertThat(count(1, 1, 1, 2, -1).answer(new double[] {2, 2, 2, 4, 99})).isEqualTo(2);
  }

  @Test
  void whereNobodyFiresTheLowestClassIsTheAnswer() {
    assertThat(count(1, 2).answer(new double[] {0, 0})).isZero();
    assertThat(count(2, 1).answer(new double[] {3, 3})).isEqualTo(1);
  }
}
