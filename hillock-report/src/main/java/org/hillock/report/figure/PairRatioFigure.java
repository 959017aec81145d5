package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.summation.PairSummation;
import org.hillock.lab.summation.PairSummation.Curve;
import org.hillock.lab.summation.PairSummation.Point;

/** How many times the sum two volleys together are, against their strength. */
public record PairRatioFigure(PairSummation pairs) implements Drawable {

  @Override
  public Figure at(double width) {
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (Curve curve : pairs.curves()) {
      int number = curves.size();
      curves.add(
          new LinesFigure.Curve(
              curve.arrangement().label(),
              number,
              Dash.SOLID,
              curve.points().stream().mapToDouble(Point::strengthNs).toArray(),
              curve.points().stream().mapToDouble(Point::ratio).toArray()));
    }
    return new LinesFigure(
            "Two volleys together over the sum of each alone",
            "1 is exact addition; " + (pairs.active() ? "active" : "passive") + " dendrites",
            "AMPA conductance of each volley (nS)",
            "measured / expected peak (plain number)",
            curves)
        .at(width);
  }
}
