package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.plasticity.RulePortrait.Chart;
import org.hillock.lab.plasticity.RulePortrait.Curve;

/**
 * What a rule of plastic synapses does: its window, what many pairs do, what a train brings.
 *
 * @param name of the rule
 * @param charts at least one
 */
public record RuleFigure(String name, List<Chart> charts) implements Drawable {

  public RuleFigure {
    charts = List.copyOf(charts);
  }

  @Override
  public Figure at(double width) {
    return new StackedFigure(
            "What the rule " + name + " does",
            charts.stream()
                .map(chart ->
                    new StackedFigure.Part(name + ": " + lowered(chart.title()), lines(chart)))
                .toList())
        .at(width);
  }

  private static String lowered(String title) {
    return Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  private static LinesFigure lines(Chart chart) {
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (Curve curve : chart.curves()) {
      int number = curves.size();
      curves.add(
          new LinesFigure.Curve(curve.name(), number, Dash.of(number), curve.x(), curve.y()));
    }
    return new LinesFigure(chart.title(), chart.title(), chart.xLabel(), chart.yLabel(), curves);
  }
}
