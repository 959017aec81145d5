package org.hillock.report.figure;

import java.util.List;

/** Maps values to 0..1 along an axis, and says where its ticks stand. */
sealed interface PlotScale permits LinearScale, LogScale {

  /** 0 at the start of the axis, 1 at its end. */
  double fraction(double value);

  /**
   * The ticks.
   *
   * @param most about how many have room
   */
  List<Tick> ticks(int most);
}
