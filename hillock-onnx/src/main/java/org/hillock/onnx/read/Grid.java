package org.hillock.onnx.read;

import org.hillock.core.network.Across;
import org.hillock.core.network.Margins;
import org.hillock.onnx.shape.Window;

/**
 * The places that a window takes on a sheet.
 *
 * @param rows of places
 * @param columns of places
 */
record Grid(int rows, int columns, Across stride, Across dilation, Margins margins) {

  /** A window that takes every place once: each neuron sees its own place. */
  static Grid each(int rows, int columns) {
    return new Grid(rows, columns, Across.ONE, Across.ONE, Margins.NONE);
  }

  /**
   * What a node states.
   *
   * @param alongOne whether it slides along one axis only, the columns
   */
  static Grid of(Window window, Signal source, int height, int width, boolean alongOne) {
    int rows = source.dims()[2];
    int columns = source.dims()[3];
    int across = alongOne ? 0 : 1;
    boolean ceil = window.attributes().whole("ceil_mode", 0) != 0;
    long[] horizontal = window.margins(across, columns, width);
    long[] vertical = alongOne ? new long[] {0, 0} : window.margins(0, rows, height);
    if (Math.min(horizontal[0], horizontal[1]) < 0 || Math.min(vertical[0], vertical[1]) < 0) {
      throw new NotRepresentable("its margins are below 0");
    }
    return new Grid(
        alongOne ? 1 : whole(window.targets(0, rows, height, ceil)),
        whole(window.targets(across, columns, width, ceil)),
        new Across(alongOne ? 1 : whole(window.stride(0)), whole(window.stride(across))),
        new Across(alongOne ? 1 : whole(window.dilation(0)), whole(window.dilation(across))),
        new Margins(
            whole(vertical[0]), whole(horizontal[0]), whole(vertical[1]), whole(horizontal[1])));
  }

  private static int whole(long number) {
    return Math.toIntExact(number);
  }
}
