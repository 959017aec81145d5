package org.hillock.lab.census;

import java.util.List;
import org.hillock.core.census.Axis;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Shape;

/** How a kernel slides down and along a sheet. */
final class SheetWindow {

  private SheetWindow() {}

  /** Down and along. */
  static List<Axis> of(Convolution c, Shape from, Shape to) {
    return List.of(
        axis(c, c.height(), from.extents().get(0), to.extents().get(0)),
        axis(c, c.width(), from.extents().get(1), to.extents().get(1)));
  }

  private static Axis axis(Convolution c, int kernel, int extent, int places) {
    return new Axis(extent, kernel, c.stride(), 1, c.padding(), places);
  }
}
