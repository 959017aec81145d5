package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import org.hillock.core.network.Shape;
import org.hillock.core.wiring.Slide;

/**
 * Between neurons in their order, [row, place · channel], and sheets as PyTorch slides over them,
 * [row, channel, height, width]. Neither way copies anything: PyTorch keeps channels last.
 */
final class Sheets {

  private Sheets() {}

  static NDArray of(NDArray neurons, Shape shape) {
    return neurons
        .reshape(-1, shape.extents().get(0), shape.extents().get(1), shape.channels())
        .transpose(0, 3, 1, 2);
  }

  static NDArray flat(NDArray sheets, Shape shape) {
    return sheets.transpose(0, 2, 3, 1).reshape(-1, shape.size());
  }

  /**
   * A sheet with rows and columns of one value around it: its padding, and behind that what the
   * last places need beyond.
   */
  static NDArray padded(NDArray sheets, Slide down, Slide along, Shape to, double value) {
    int bottom = behind(down, to.extents().get(0));
    int right = behind(along, to.extents().get(1));
    if (down.before() == 0 && bottom == 0 && along.before() == 0 && right == 0) {
      return sheets;
    }
    return sheets.pad(
        new ai.djl.ndarray.types.Shape(along.before(), right, down.before(), bottom), value);
  }

  /** Rows needed behind the last of the source for so many places, at least 0. */
  private static int behind(Slide slide, int places) {
    int needed = (places - 1) * slide.stride() + slide.span();
    return Math.max(0, needed - slide.before() - slide.extent());
  }
}
