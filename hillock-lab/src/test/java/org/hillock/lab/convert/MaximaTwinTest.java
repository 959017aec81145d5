package org.hillock.lab.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;
import org.junit.jupiter.api.Test;

class MaximaTwinTest {

  private static final double WINDOW_MS = 64;
  private static final float[][] SHOWN = {
    {0.1f, 0.9f, 0.3f, 0.2f, 0.5f, 0.4f, 0.8f, 0.7f},
    {1, 0, 0, 0.6f, 0.2f, 0.2f, 0.1f, 0.3f}
  };

  /** Eight pixels in two rows; the largest of each square of four, cut off below 0 behind it. */
  private static NetworkBuilder squares(String sums, Pooling pooling, Shape largest) {
    return Network.builder("squares")
        .population("image", Shape.of(2, 4, 1), "input", p -> p)
        .population("sums", Shape.of(2, 4, 1), sums, p -> p.bias(Values.constant(-0.15)))
        .population("largest", largest, "relu", p -> p)
        .population("shares", largest.size(), "softmax", p -> p)
        .projection("image", "sums", new Connectivity.OneToOne(), p -> p)
        .projection("sums", "largest", pooling, p -> p)
        .projection("largest", "shares", new Connectivity.OneToOne(), p -> p)
        .decision(new Decision.LargestValue("shares"));
  }

  private static Activities seen(Network network) {
    try (Responder responder = Responder.open(network, new DecisionTiming(1, WINDOW_MS), 1)) {
      return responder.activities(SHOWN, Optional.empty(), List.of("sums", "largest"), 0);
    }
  }

  /**
   * Off by a spike of rounding and those of the 2 ms of a delay and a step, for each of two layers.
   */
  @Test
  void theLargestCountIsSentOn() {
    Network plain =
        squares("identity", Pooling.of(Pooling.Kind.MAX, 2, 2), Shape.of(1, 2, 1)).build();
    Network twin = SpikingTwin.of(plain, SHOWN, 1);
    Activities spikes = seen(twin);
    double scale = 0.85;
    for (int image = 0; image < SHOWN.length; image++) {
      for (int square = 0; square < 2; square++) {
        double largest = 0;
        double fired = 0;
        for (int k : new int[] {0, 1, 4, 5}) {
          largest = Math.max(largest, SHOWN[image][k + 2 * square] - 0.15);
          fired = Math.max(fired, spikes.of("sums")[image][k + 2 * square]);
        }
        assertThat(spikes.of("largest")[image][square]).isCloseTo(fired, within(2.5 / WINDOW_MS));
        assertThat(scale * spikes.of("largest")[image][square])
            .isCloseTo(largest, within(5 / WINDOW_MS));
      }
    }
  }

  @Test
  void aSoftmaxBehindTheAnswerHasNoNeurons() {
    Network plain = squares("relu", Pooling.of(Pooling.Kind.MAX, 2, 2), Shape.of(1, 2, 1)).build();
    Network twin = SpikingTwin.of(plain, SHOWN, 1);
    assertThat(twin.populations()).containsOnlyKeys("image", "sums", "largest");
    assertThat(twin.decision()).contains(new Decision.MostSpikes("largest"));
    assertThat(twin.projections()).hasSize(5);
    assertThat(twin.presentation().orElseThrow().windowMs()).isEqualTo(WINDOW_MS);
  }

  @Test
  void windowsMayReachBeyondTheSheet() {
    Pooling wide = new Pooling(Pooling.Kind.MAX, 3, 3, Across.both(2), Margins.all(1), false);
    Network plain = squares("relu", wide, Shape.of(1, 2, 1)).build();
    assertThat(SpikingTwin.refusal(plain)).isEmpty();
    assertThat(SpikingTwin.of(plain, SHOWN, 1).projections()).hasSize(10);
  }

  @Test
  void whatElseIsHeardIsRefused() {
    Network two =
        squares("relu", Pooling.of(Pooling.Kind.MAX, 2, 2), Shape.of(1, 2, 1))
            .projection("image", "largest", new Connectivity.Dense(), p -> p)
            .build();
    assertThatThrownBy(() -> SpikingTwin.of(two, SHOWN, 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("only where its target hears nothing else");
    Network huge =
        Network.builder("huge")
            .population("image", Shape.of(9, 9, 1), "input", p -> p)
            .population("out", Shape.of(1, 1, 1), "relu", p -> p)
            .projection("image", "out", Pooling.of(Pooling.Kind.MAX, 9, 9), p -> p)
            .decision(new Decision.LargestValue("out"))
            .build();
    assertThat(SpikingTwin.refusal(huge).orElseThrow()).contains("64 is the most");
  }
}
