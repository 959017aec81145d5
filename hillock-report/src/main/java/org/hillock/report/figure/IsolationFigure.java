package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.isolate.Isolation;
import org.hillock.report.text.IsolationText;

/** What a neuron by itself answers to its strongest inputs at other strengths. */
public record IsolationFigure(Isolation isolation) implements Drawable {

  @Override
  public Figure at(double width) {
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (Isolation.Curve curve : isolation.curves()) {
      int number = curves.size();
      curves.add(
          new LinesFigure.Curve(
              IsolationText.plain(curve.input()),
              number,
              Dash.of(number),
              curve.factors(),
              curve.responses().stream().mapToDouble(this::shown).toArray()));
    }
    String what = isolation.spiking() ? "spikes" : "output";
    return new LinesFigure(
            IsolationText.neuron(isolation) + " by itself",
            curves.size() + " inputs, each scaled alone",
            "strength of the input (1: as it was in the network)",
            what + " of " + IsolationText.neuron(isolation),
            curves)
        .at(width);
  }

  private double shown(Isolation.Response response) {
    return response.output();
  }
}
