package org.hillock.core.wiring;

import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Shape;

/** Where the cells of a convolution's kernel fall: rows, columns and channels of the source. */
public record Kernel(Convolution rule, Shape from, Shape to, Slide down, Slide along)
    implements Cells {

  /** The kernel between two sheets of [height, width, channels]. */
  public Kernel(Convolution rule, Shape from, Shape to) {
    this(rule, from, to, Slide.down(rule, from), Slide.along(rule, from));
  }

  /** Cells that one target looks through, channels included. */
  @Override
  public int cells() {
    return rule.height() * rule.width() * channels();
  }

  /** Channels that one target sees. */
  private int channels() {
    return from.channels() / rule.groups();
  }

  private int filters() {
    return to.channels();
  }

  /** The source neuron that a target sees through a cell, or -1 outside the sheet. */
  @Override
  public int source(int post, int cell) {
    int place = post / filters();
    int y = down.at(place / to.extents().get(1), cell / channels() / rule.width());
    int x = along.at(place % to.extents().get(1), cell / channels() % rule.width());
    if (y < 0 || x < 0) {
      return -1;
    }
    int group = post % filters() / (filters() / rule.groups());
    int channel = group * channels() + cell % channels();
    return (y * from.extents().get(1) + x) * from.channels() + channel;
  }

  /** The shared parameter that a target weighs a cell with, one of {@link Wiring#kernel}. */
  public int parameter(int post, int cell) {
    return post % filters() * cells() + cell;
  }

  /** How many parameters are shared. */
  int parameters() {
    return filters() * cells();
  }
}
