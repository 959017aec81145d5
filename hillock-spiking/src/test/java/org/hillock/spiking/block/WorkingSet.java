package org.hillock.spiking.block;

/** How much memory the arrivals are added up in: cells of four bytes. */
public enum WorkingSet {
  /** One row of Brunel's network. */
  KB_50(1, 12_800),
  /** An epoch of 16 steps of it. */
  KB_800(16, 12_800),
  /** More than the second cache holds. */
  MB_8(64, 32_768);

  final int rows;
  final int width;

  WorkingSet(int rows, int width) {
    this.rows = rows;
    this.width = width;
  }
}
