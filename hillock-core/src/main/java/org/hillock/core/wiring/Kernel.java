package org.hillock.core.wiring;

import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Shape;

/** Where the cells of a convolution's kernel fall: rows, columns and channels of the source. */
record Kernel(Convolution rule, Shape from, Shape to) {

  /** Cells that one target looks through, channels included. */
  int cells() {
    return rule.height() * rule.width() * channels();
  }

  private int channels() {
    return from.extents().get(2);
  }

  private int filters() {
    return to.extents().get(2);
  }

  /** The source neuron that a target sees through a cell, or -1 outside the sheet. */
  int source(int post, int cell) {
    int place = post / filters();
    int row = place / to.extents().get(1);
    int column = place % to.extents().get(1);
    int channel = cell % channels();
    int y = row * rule.stride() - rule.padding() + cell / channels() / rule.width();
    int x = column * rule.stride() - rule.padding() + cell / channels() % rule.width();
    int height = from.extents().get(0);
    int width = from.extents().get(1);
    if (y < 0 || y >= height || x < 0 || x >= width) {
      return -1;
    }
    return (y * width + x) * channels() + channel;
  }

  /** The shared parameter that a target weighs a cell with. */
  int parameter(int post, int cell) {
    return post % filters() * cells() + cell;
  }

  /** How many parameters are shared. */
  int parameters() {
    return filters() * cells();
  }
}
