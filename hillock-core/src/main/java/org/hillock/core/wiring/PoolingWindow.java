package org.hillock.core.wiring;

import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Shape;

/** Where the cells of a pooling's window fall on the source; each channel looks at itself. */
public record PoolingWindow(Pooling rule, Shape from, Shape to, Slide down, Slide along)
    implements Cells {

  /** The window between two sheets of [height, width, channels]. */
  public PoolingWindow(Pooling rule, Shape from, Shape to) {
    this(rule, from, to, Slide.down(rule, from), Slide.along(rule, from));
  }

  @Override
  public int cells() {
    return rule.height() * rule.width();
  }

  @Override
  public int source(int post, int cell) {
    int place = post / to.channels();
    int y = down.at(place / to.extents().get(1), cell / rule.width());
    int x = along.at(place % to.extents().get(1), cell % rule.width());
    return y < 0 || x < 0
        ? -1
        : (y * from.extents().get(1) + x) * from.channels() + post % to.channels();
  }

  /** What the mean of a target's window is divided by. */
  public int divisor(int post) {
    int place = post / to.channels();
    boolean padded = rule.countPadding();
    return down.counted(place / to.extents().get(1), padded)
        * along.counted(place % to.extents().get(1), padded);
  }
}
