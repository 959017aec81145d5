package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Rest;
import org.hillock.report.text.NumberText;

/**
 * Rest and Nernst potentials of a membrane against the potassium outside, on a logarithmic axis;
 * all else stays as it is.
 *
 * @param rest of a membrane that parts potassium
 * @param name whose it is
 */
public record RestFigure(Rest rest, String name) implements Drawable {

  /** Potassium outside, in mM: from hardly any to more than there is in any cell. */
  private static final double LEAST = 1;

  private static final double MOST = 1000;

  private static final int POINTS = 121;

  @Override
  public Figure at(double width) {
    double here = rest.concentrations().of(Ion.POTASSIUM).outsideMm();
    double least = Math.min(LEAST, here);
    double most = Math.max(MOST, here);
    double[] x = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = least * Math.pow(most / least, (double) i / (POINTS - 1));
    }
    List<LinesFigure.Curve> curves = new ArrayList<>();
    curves.add(curve("rest", 0, Dash.SOLID, x, Rest::potentialMv));
    for (Ion ion : rest.concentrations().ions()) {
      if (ion.equals(Ion.POTASSIUM) || rest.permeabilities().of(ion) > 0) {
        int number = curves.size();
        curves.add(curve("Nernst " + ion, number, Dash.of(number), x, r -> r.nernstMv(ion)));
      }
    }
    String told = NumberText.number(here) + " mM: " + NumberText.number(rest.potentialMv()) + " mV";
    curves.add(
        new LinesFigure.Curve(
            "at " + told,
            curves.size(),
            Dash.SOLID,
            new double[] {here},
            new double[] {rest.potentialMv()}));
    return new LinesFigure(
            "Where the membrane of " + name + " rests",
            "Rest and Nernst potentials against the potassium outside; now at " + told,
            "potassium outside (mM) – log scale",
            "potential inside against outside (mV)",
            curves)
        .at(width);
  }

  private LinesFigure.Curve curve(
      String what, int number, Dash dash, double[] x, ToDoubleFunction<Rest> potential) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = potential.applyAsDouble(rest.with(Ion.POTASSIUM, Side.OUTSIDE, x[i]));
    }
    return new LinesFigure.Curve(what, number, dash, x, y);
  }
}
