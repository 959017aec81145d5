package org.hillock.lab.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Presentation.Order;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.junit.jupiter.api.Test;

/** Pictures that are shown frame by frame in passes. */
class ShowingTest {

  /** Sums up what it is shown, pixel by pixel of a frame. */
  private static Network adder(Presentation shown) {
    return Network.builder("adder")
        .population("image", 2, "input")
        .population("out", 2, "identity")
        .projection("image", "out", new OneToOne(), p -> p)
        .projection("out", "out", new OneToOne(), p -> p.delay(Values.constant(1)))
        .decision(new Decision.LargestValue("out"))
        .presentation(shown)
        .build();
  }

  private static double[][] answers(Presentation shown, float[]... images) {
    Network network = adder(shown);
    try (Responder responder = Responder.open(network, DecisionTiming.of(network), 1)) {
      return responder.activities(images, Optional.empty(), List.of("out"), 0).of("out");
    }
  }

  @Test
  void everyFrameIsShownInItsPass() {
    float[] one = {1, 2, 10, 20};
    float[] other = {5, 0, 0, 7};
    assertThat(answers(Presentation.inPasses(Shape.of(2, 2), Order.ROWS), one, other))
        .isDeepEqualTo(new double[][] {{11, 22}, {5, 7}});
    assertThat(answers(Presentation.inPasses(Shape.of(2, 2), Order.COLUMNS), one, other))
        .isDeepEqualTo(new double[][] {{3, 30}, {5, 7}});
    Presentation slow =
        new Presentation(
            Shape.of(2, 2), Order.ROWS, Quantity.of(3), Quantity.of(2), Quantity.of(1));
    assertThat(answers(slow, one)).isDeepEqualTo(new double[][] {{33, 66}});
  }

  @Test
  void aNetworkThatCountsPassesIsAClassifier() {
    Network network = adder(Presentation.inPasses(Shape.of(2, 2, 1), Order.ROWS));
    float[][] images = {{0, 1, 0, 1}, {1, 0, 1, 0}, {3, 0, 0, 2}};
    Dataset data = new Dataset("d", Shape.of(2, 2, 1), images, new int[] {1, 0, 0}, 2, "made up");
    Classifier.checkFits(network, data);
    try (Classifier classifier = Classifier.open(network, 1)) {
      assertThat(classifier.accuracy(data, Progress.NONE)).isEqualTo(1);
    }
    Dataset flat = new Dataset("d", Shape.of(1, 4, 1), images, new int[] {1, 0, 0}, 2, "made up");
    assertThatThrownBy(() -> Classifier.checkFits(network, flat))
        .isInstanceOf(UsageException.class)
        .hasMessage("presentation.picture: is 2×2×1, but an image of 'd' is 1×4×1");
  }
}
