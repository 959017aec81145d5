package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.lab.summation.UnitsRecord;
import org.hillock.lab.summation.UnitsRecord.Entry;
import org.hillock.lab.summation.UnitsRecord.Target;
import org.hillock.lab.summation.UnitsRecord.Tried;

/**
 * How well networks predict cells that they have not seen, against their number of hidden units; 0
 * is one weighted sum.
 *
 * @param condition what arrived
 * @param target what is predicted
 */
public record UnitsFigure(UnitsRecord units, String condition, Target target) implements Drawable {

  @Override
  public Figure at(double width) {
    List<LinesFigure.Curve> curves = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Entry entry : units.cells()) {
      if (entry.condition().equals(condition)) {
        List<Tried> tried = entry.of(target).tried();
        int number = curves.size();
        curves.add(
            new LinesFigure.Curve(
                entry.name(),
                number,
                Dash.of(number),
                tried.stream().mapToDouble(Tried::units).toArray(),
                tried.stream().mapToDouble(t -> 100 * t.explained()).toArray()));
        told.add(entry.name() + ": " + entry.of(target).smallest() + " do as well as any");
      }
    }
    String what = target.name().toLowerCase(Locale.ROOT);
    return new LinesFigure(
            "How many units say what a cell does: " + what,
            String.join("; ", told),
            "hidden units; 0 is the weighted sum alone",
            target == Target.SPIKES
                ? "log-likelihood explained, held out (%)"
                : "variance explained, held out (%)",
            curves)
        .at(width);
  }
}
