package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.reward.DistalReward;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The distal reward problem (Izhikevich 2007, https://doi.org/10.1093/cercor/bhl152): in the paper
 * the rewarded synapse reaches the largest weight, 4 mV, within an hour, while the others stay far
 * below.
 */
@Tag("slow")
class DistalRewardTest {

  private static final double SECONDS = 1200;

  /** Thrice the mean of the others at least, of which fewer than one in thirty are as heavy. */
  @Test
  void theSynapseThatEarnedItIsFoundSecondsLaterAndOnlyIfItDid() {
    Network network = Spiking.network("izhikevich-2007", 1);
    DistalReward.Course earned =
        DistalReward.pairs(network, "exc_exc", "reward", 1, SECONDS, 1, Progress.NONE);
    tell("rewarded", earned);
    int rewards = earned.rewardsMs().size();
    assertThat(rewards).isGreaterThan(20);
    assertThat(earned.weight().stream().mapToDouble(w -> w).max().orElse(0)).isGreaterThan(3.9);
    assertThat(earned.weight().getLast()).isGreaterThan(3 * earned.others().getLast());
    assertThat(earned.above().getLast()).isLessThan(1 / 30.0);

    DistalReward.Course chance =
        DistalReward.byChance(network, "exc_exc", "reward", 1, SECONDS, 1, rewards, Progress.NONE);
    tell("by chance", chance);
    assertThat(chance.above().getLast()).isGreaterThan(1 / 30.0);
    assertThat(chance.weight().getLast()).isLessThan(earned.weight().getLast() / 2);
  }

  private static void tell(String what, DistalReward.Course course) {
    System.out.printf(
        "distal reward, %s: %d rewards, weight %.3f mV, others %.3f mV, %.1f %% as heavy%n",
        what,
        course.rewardsMs().size(),
        course.weight().getLast(),
        course.others().getLast(),
        100 * course.above().getLast());
  }
}
