package org.hillock.lab.census;

import java.util.List;
import org.hillock.core.census.Axis;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Shape;
import org.hillock.core.wiring.Slide;

/** How a kernel slides down and along a sheet. */
final class SheetWindow {

  private SheetWindow() {}

  /** Down and along. */
  static List<Axis> of(Convolution c, Shape from, Shape to) {
    return List.of(axis(Slide.down(c, from), to, 0), axis(Slide.along(c, from), to, 1));
  }

  /** Down and along. */
  static List<Axis> of(Pooling p, Shape from, Shape to) {
    return List.of(axis(Slide.down(p, from), to, 0), axis(Slide.along(p, from), to, 1));
  }

  private static Axis axis(Slide slide, Shape to, int direction) {
    return new Axis(
        slide.extent(),
        slide.cells(),
        slide.stride(),
        slide.dilation(),
        slide.before(),
        to.extents().get(direction));
  }
}
