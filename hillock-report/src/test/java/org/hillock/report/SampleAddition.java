package org.hillock.report;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.summation.Addition;
import org.hillock.lab.summation.PairSummation;
import org.hillock.lab.summation.PairSummation.Arrangement;
import org.hillock.lab.summation.PairSummation.Curve;
import org.hillock.lab.summation.PairSummation.Point;
import org.hillock.lab.summation.PairSummation.Response;
import org.hillock.lab.summation.UnitsRecord;

/** Additions that nobody measured. */
public final class SampleAddition {

  private SampleAddition() {}

  /** Each arrangement bends a little more than the one before it. */
  public static PairSummation pairs(boolean active) {
    List<Curve> curves = new ArrayList<>();
    for (Arrangement arrangement : Arrangement.values()) {
      List<Point> points = new ArrayList<>();
      for (double strength : PairSummation.strengthsNs()) {
        double alone = 4 * strength / (1 + 0.1 * strength);
        double both = 2 * alone * (1 + 0.05 * arrangement.ordinal() - 0.02 * strength);
        points.add(
            new Point(
                strength,
                new Response(alone, 30 * alone),
                new Response(alone, 30 * alone),
                new Response(both, 30 * both)));
      }
      curves.add(new Curve(arrangement, points));
    }
    return new PairSummation(curves, active);
  }

  /** With the units that come with Hillock. */
  public static Addition addition() {
    return new Addition(pairs(false), pairs(true), UnitsRecord.shipped());
  }
}
