package org.hillock.core.network;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * How a picture comes to a network that lives in time: as a stream of frames on the population that
 * takes the image, one after the other, then nothing.
 *
 * @param picture shape of a whole picture: [height, width, channels]
 * @param order what a frame is
 * @param frame how long each frame is shown, a whole number of steps
 * @param after how long nothing is shown after the last frame, before the answer is read
 * @param step that the network is run with
 */
public record Presentation(
    Shape picture, Order order, Quantity frame, Quantity after, Quantity step) {

  /** What a frame is. */
  public enum Order {
    /** The whole picture is one frame. */
    WHOLE,
    /** A row of the picture, from the top down. */
    ROWS,
    /** A column of the picture, from left to right. */
    COLUMNS
  }

  private static final double GRID = 1e-9;

  /**
   * Checks itself.
   *
   * @throws UsageException with the path of the place, the value and what is allowed
   */
  public Presentation {
    if (picture.extents().size() < 2 || picture.extents().size() > 3) {
      throw new UsageException(
          "presentation.picture", picture + " is not [height, width] or [height, width, channels]");
    }
    duration("frame", frame, false);
    duration("after", after, true);
    duration("step", step, false);
    onGrid("frame", frame, step);
    onGrid("after", after, step);
  }

  private static void duration(String key, Quantity value, boolean zero) {
    String path = "presentation." + key;
    if (!value.unit().dimension().equals(Dimension.TIME)) {
      throw new UsageException(path, value + " is " + value.unit().dimension() + ", not a time");
    }
    if (!(zero ? value.value() >= 0 : value.value() > 0)) {
      throw new UsageException(path, value + (zero ? " is not >= 0 ms" : " is not > 0 ms"));
    }
  }

  private static void onGrid(String key, Quantity value, Quantity step) {
    double steps = value.in(Unit.MS) / step.in(Unit.MS);
    if (Math.abs(steps - Math.rint(steps)) > GRID * Math.max(1, steps)) {
      throw new UsageException(
          "presentation." + key, value + " is not a whole number of steps of " + step);
    }
  }

  /** How many frames a picture has. */
  public int frames() {
    return switch (order) {
      case WHOLE -> 1;
      case ROWS -> picture.extents().get(0);
      case COLUMNS -> picture.extents().get(1);
    };
  }

  /** Numbers in a frame. */
  public int frameSize() {
    return picture.size() / frames();
  }

  public int frameSteps() {
    return (int) Math.rint(frame.in(Unit.MS) / step.in(Unit.MS));
  }

  /** From the first frame to the answer, in ms. */
  public double windowMs() {
    return frames() * frame.in(Unit.MS) + after.in(Unit.MS);
  }

  /** The frames of a picture, in order. */
  public List<float[]> of(float[] pixels) {
    if (pixels.length != picture.size()) {
      throw new IllegalArgumentException(
          pixels.length + " pixels, not " + picture + " = " + picture.size());
    }
    int height = picture.extents().get(0);
    int width = picture.extents().get(1);
    int channels = picture.size() / (height * width);
    List<float[]> frames = new ArrayList<>();
    for (int f = 0; f < frames(); f++) {
      float[] shown = new float[frameSize()];
      for (int k = 0; k < shown.length; k++) {
        int from =
            order == Order.COLUMNS
                ? ((k / channels) * width + f) * channels + k % channels
                : f * shown.length + k;
        shown[k] = pixels[from];
      }
      frames.add(shown);
    }
    return frames;
  }

  /**
   * Checks that it fits the network that it belongs to.
   *
   * @throws UsageException where there is no time, nothing that takes frames, or its size differs
   */
  void check(Network network) {
    boolean timeless =
        network.populations().values().stream()
            .allMatch(p -> p.model().family() == NeuronModel.Family.RATE);
    if (timeless) {
      throw new UsageException(
          "presentation", "shows frames one after the other, but no neuron of the network spikes");
    }
    Population image = Ports.of(network).image();
    if (image.size() != frameSize()) {
      throw new UsageException(
          "presentation.picture",
          "a frame of "
              + picture
              + " has "
              + frameSize()
              + " numbers, but population '"
              + image.name()
              + "' has "
              + image.size()
              + " neurons");
    }
  }
}
