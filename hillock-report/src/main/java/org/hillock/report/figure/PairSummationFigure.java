package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.lab.summation.PairSummation;
import org.hillock.lab.summation.PairSummation.Curve;
import org.hillock.lab.summation.PairSummation.Point;

/**
 * Two volleys together against the sum of each alone, as Poirazi, Brannon and Mel 2003 (doi
 * 10.1016/S0896-6273(03)00149-1) draw it: on the dashed line addition is exact, above it the cell
 * makes more of them, below less.
 */
public record PairSummationFigure(PairSummation pairs) implements Drawable {

  @Override
  public Figure at(double width) {
    double most =
        pairs.curves().stream()
            .flatMap(c -> c.points().stream())
            .mapToDouble(p -> Math.max(p.expectedMv(), p.both().peakMv()))
            .max()
            .orElse(1);
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (Curve curve : pairs.curves()) {
      int number = curves.size();
      curves.add(
          new LinesFigure.Curve(
              curve.arrangement().label(),
              number,
              Dash.SOLID,
              column(curve, Point::expectedMv),
              column(curve, p -> p.both().peakMv())));
    }
    // Exact addition ends where the responses do, so that it does not stretch the figure.
    double end = Math.min(most, 1.25 * highest());
    curves.add(
        new LinesFigure.Curve(
            "exact addition",
            curves.size(),
            Dash.of(1),
            new double[] {0, end},
            new double[] {0, end}));
    String dendrites = pairs.active() ? "active" : "passive";
    return new LinesFigure(
            "How two volleys add on " + dendrites + " dendrites",
            "Peak at the hillock of A and B together against the sum of the peaks of each alone",
            "A alone + B alone: expected (mV)",
            "A and B together: measured (mV)",
            curves)
        .at(width);
  }

  private double highest() {
    return pairs.curves().stream()
        .flatMap(c -> c.points().stream())
        .mapToDouble(p -> p.both().peakMv())
        .max()
        .orElse(1);
  }

  private static double[] column(Curve curve, ToDoubleFunction<Point> value) {
    return curve.points().stream().mapToDouble(value).toArray();
  }
}
