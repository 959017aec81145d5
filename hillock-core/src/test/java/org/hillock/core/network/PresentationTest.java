package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hillock.core.network.Presentation.Order;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;

class PresentationTest {

  private static final float[] PIXELS = {1, 2, 3, 4, 5, 6};

  private static Presentation shown(Order order, Shape picture) {
    return new Presentation(
        picture, order, Quantity.of(8, "ms"), Quantity.of(4, "ms"), Quantity.of(0.5, "ms"));
  }

  @Test
  void aPictureIsTakenApartIntoRowsOrColumns() {
    Shape twoByThree = Shape.of(2, 3, 1);
    assertThat(shown(Order.WHOLE, twoByThree).of(PIXELS)).containsExactly(PIXELS);
    assertThat(shown(Order.ROWS, twoByThree).of(PIXELS))
        .containsExactly(new float[] {1, 2, 3}, new float[] {4, 5, 6});
    assertThat(shown(Order.COLUMNS, twoByThree).of(PIXELS))
        .containsExactly(new float[] {1, 4}, new float[] {2, 5}, new float[] {3, 6});
    // channels of a pixel stay together
    assertThat(shown(Order.COLUMNS, Shape.of(1, 3, 2)).of(PIXELS))
        .containsExactly(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});
  }

  @Test
  void itsTimeIsThatOfAllFramesAndWhatFollows() {
    assertThat(shown(Order.ROWS, Shape.of(2, 3, 1)).windowMs()).isEqualTo(2 * 8 + 4);
    assertThat(shown(Order.COLUMNS, Shape.of(2, 3, 1)).windowMs()).isEqualTo(3 * 8 + 4);
    assertThat(shown(Order.ROWS, Shape.of(2, 3, 1)).frameSteps()).isEqualTo(16);
  }

  private static void refused(String message, Runnable made) {
    assertThatThrownBy(made::run).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void itSaysWhatDoesNotFit() {
    Quantity ms = Quantity.of(1, "ms");
    refused(
        "presentation.picture: 6 is not [height, width] or [height, width, channels]",
        () -> shown(Order.ROWS, Shape.of(6)));
    refused(
        "presentation.frame: 0 ms is not > 0 ms",
        () -> new Presentation(Shape.of(2, 3), Order.ROWS, Quantity.of(0, "ms"), ms, ms));
    refused(
        "presentation.after: 1.5 ms is not a whole number of steps of 1 ms",
        () -> new Presentation(Shape.of(2, 3), Order.ROWS, ms, Quantity.of(1.5, "ms"), ms));
    refused(
        "presentation.step: 1 mV is a voltage, not a time",
        () -> new Presentation(Shape.of(2, 3), Order.ROWS, ms, ms, Quantity.of(1, "mV")));
    refused(
        "presentation.frame: frame 1, after 1 ms and step 1 are neither all times nor all counted in"
            + " passes, which are steps of 1",
        () -> new Presentation(Shape.of(2, 3), Order.ROWS, Quantity.of(1), ms, Quantity.of(1)));
    refused(
        "presentation.frame: 1.5 is not a whole number of steps of 1",
        () ->
            new Presentation(
                Shape.of(2, 3), Order.ROWS, Quantity.of(1.5), Quantity.of(0), Quantity.of(1)));
  }

  @Test
  void itMustFitTheNetwork() {
    NetworkBuilder rates =
        Network.builder("rates")
            .population("image", 3, "input")
            .population("out", 2, "relu")
            .projection("image", "out", new Connectivity.Dense(), p -> p)
            .decision(new Decision.LargestValue("out"))
            .presentation(shown(Order.ROWS, Shape.of(2, 3)));
    refused(
        "presentation.frame: 8 ms is a time, but no neuron of the network spikes: count passes, such"
            + " as 'frame: 1'",
        rates::build);
    Presentation counted = Presentation.inPasses(Shape.of(2, 3), Order.ROWS);
    assertThat(rates.presentation(counted).build().presentation()).contains(counted);
    NetworkBuilder spikes =
        Network.builder("spikes")
            .population("image", 4, "input")
            .population("out", 2, "if")
            .projection("image", "out", new Connectivity.Dense(), p -> p.weight("1 mV"))
            .decision(new Decision.MostSpikes("out"))
            .presentation(shown(Order.ROWS, Shape.of(2, 3)));
    refused(
        "presentation.frame: 1 counts passes, but the network spikes in time: give a time, such as"
            + " 10 ms",
        () -> spikes.presentation(counted).build());
    spikes.presentation(shown(Order.ROWS, Shape.of(2, 3)));
    refused(
        "presentation.picture: a frame of 2×3 has 3 numbers, but population 'image' has 4 neurons",
        spikes::build);
  }
}
