package org.hillock.core.network;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * How a picture comes to a network frame by frame: as a stream of frames on the population that
 * takes the image, one after the other, then nothing. For a network with spikes these last so long;
 * for one of rate neurons alone they are passes, which are counted: plain numbers.
 *
 * @param picture shape of a whole picture: [height, width, channels]
 * @param order what a frame is
 * @param frame how long each frame is shown, a whole number of steps, or in how many passes
 * @param after how long nothing is shown after the last frame, before the answer is read
 * @param step that the network is run with; 1 where passes are counted
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
    boolean counted = isPlain(frame);
    if (counted ? !isPlain(after) || !step.equals(Quantity.of(1)) : isPlain(step)) {
      throw new UsageException(
          "presentation.frame",
          "frame "
              + frame
              + ", after "
              + after
              + " and step "
              + step
              + " are neither all times nor all counted in passes, which are steps of 1");
    }
    duration("frame", frame, false);
    duration("after", after, true);
    duration("step", step, false);
    onGrid("frame", frame, step);
    onGrid("after", after, step);
  }

  /**
   * One pass for each frame, and the answer after the last.
   *
   * @param picture shape of a whole picture
   */
  public static Presentation inPasses(Shape picture, Order order) {
    return new Presentation(picture, order, Quantity.of(1), Quantity.of(0), Quantity.of(1));
  }

  /** Whether frames are counted in passes and do not last a time. */
  public boolean countsPasses() {
    return isPlain(frame);
  }

  private static boolean isPlain(Quantity quantity) {
    return quantity.unit().dimension().equals(Dimension.NONE);
  }

  private static void duration(String key, Quantity value, boolean zero) {
    String path = "presentation." + key;
    String unit = isPlain(value) ? "" : " ms";
    if (!isPlain(value) && !value.unit().dimension().equals(Dimension.TIME)) {
      throw new UsageException(path, value + " is " + value.unit().dimension() + ", not a time");
    }
    if (!(zero ? value.value() >= 0 : value.value() > 0)) {
      throw new UsageException(path, value + (zero ? " is not >= 0" : " is not > 0") + unit);
    }
  }

  private static void onGrid(String key, Quantity value, Quantity step) {
    double steps = steps(value, step);
    if (Math.abs(steps - Math.rint(steps)) > GRID * Math.max(1, steps)) {
      throw new UsageException(
          "presentation." + key, value + " is not a whole number of steps of " + step);
    }
  }

  private static double steps(Quantity value, Quantity step) {
    return isPlain(step) ? value.value() / step.value() : value.in(Unit.MS) / step.in(Unit.MS);
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
    return (int) Math.rint(steps(frame, step));
  }

  /** Steps, or passes, between the last frame and the answer. */
  public int afterSteps() {
    return (int) Math.rint(steps(after, step));
  }

  /** From the first frame to the answer, in ms; only where frames last a time. */
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
    if (timeless && !countsPasses()) {
      throw new UsageException(
          "presentation.frame",
          frame
              + " is a time, but no neuron of the network spikes: count passes, such as 'frame: 1'");
    }
    if (!timeless && countsPasses()) {
      throw new UsageException(
          "presentation.frame",
          frame + " counts passes, but the network spikes in time: give a time, such as 10 ms");
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
