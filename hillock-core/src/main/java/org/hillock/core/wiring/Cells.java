package org.hillock.core.wiring;

/** What each neuron of a sheet sees of another through cells that slide with it. */
sealed interface Cells permits Kernel, PoolingWindow {

  /** Cells that one target looks through. */
  int cells();

  /** The source neuron that a target sees through a cell, or -1 outside the sheet. */
  int source(int post, int cell);
}
