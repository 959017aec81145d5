package org.hillock.report.figure;

import java.util.List;
import org.hillock.lab.comparison.Raster;

/** Where the lane of each population lies in figures of spikes over time. */
final class Lanes {

  private static final double NAME_ROOM = 128;
  private static final double GAP = 16;

  private final List<Raster.Lane> lanes;
  private final boolean stacked;
  private final double[] tops;
  private final double[] bottoms;
  private final double left;
  private final double right;

  /**
   * Lays them out from top to bottom.
   *
   * @param heights of each lane in px
   * @param extraLeft room for the labels of an axis in px
   */
  Lanes(List<Raster.Lane> lanes, double[] heights, double width, double extraLeft, double top) {
    this.lanes = lanes;
    stacked = width < 560;
    left = (stacked ? 8 : NAME_ROOM) + extraLeft;
    right = width - 14;
    tops = new double[lanes.size()];
    bottoms = new double[lanes.size()];
    double y = top;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = y + (stacked ? 26 : 0);
      bottoms[i] = tops[i] + heights[i];
      y = bottoms[i] + GAP;
    }
  }

  Frame frame(int lane) {
    return new Frame(left, tops[lane], right, bottoms[lane]);
  }

  Frame whole() {
    return new Frame(left, tops[0], right, bottoms[bottoms.length - 1] + 4);
  }

  /** Writes each population's name and size beside its lane, or above it on narrow pages. */
  void name(Sheet sheet, FigureWords words) {
    for (int i = 0; i < lanes.size(); i++) {
      Raster.Lane lane = lanes.get(i);
      String size = String.format(java.util.Locale.ROOT, words.neurons(), lane.neurons());
      if (stacked) {
        double room = right - left - Typeface.width(size, Sheet.SMALL) - 16;
        String name = Lettering.fit(lane.population(), Sheet.TEXT, room);
        sheet.text(8, tops[i] - 10, name);
        sheet.text(right, tops[i] - 10, size, Sheet.SMALL, Mark.Anchor.END, Ink.MUTED);
      } else {
        double middle = (tops[i] + bottoms[i]) / 2;
        String name = Lettering.fit(lane.population(), Sheet.TEXT, NAME_ROOM - 12);
        sheet.text(0, middle - 2, name);
        sheet.text(0, middle + 13, size, Sheet.SMALL, Mark.Anchor.START, Ink.MUTED);
      }
    }
  }
}
