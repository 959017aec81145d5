package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.bench.Effect;
import org.hillock.report.text.NumberText;

/**
 * The neurons that an intervention changed most: where each was, small, and where it is.
 *
 * @param done what was done
 * @param effect of it
 */
public record EffectFigure(String done, Effect effect) implements Drawable {

  private static final int MOST_IN_POPULATION = 8;

  @Override
  public Figure at(double width) {
    List<StackedFigure.Part> parts = new ArrayList<>();
    int number = 0;
    for (Effect.OnPopulation p : effect.populations()) {
      if (!p.most().isEmpty()) {
        parts.add(part(p, number));
      }
      number++;
    }
    if (parts.isEmpty()) {
      parts.add(
          new StackedFigure.Part(
              "Nothing changed with " + done,
              new DotFigure(
                  "Nothing changed", done, "", AxisDefinition.Scale.LINEAR, List.of(), List.of())));
    }
    return new StackedFigure("What changed with " + done, parts).at(width);
  }

  private static StackedFigure.Part part(Effect.OnPopulation p, int number) {
    List<DotFigure.Row> rows = new ArrayList<>();
    for (Effect.OnNeuron n : p.most().subList(0, Math.min(MOST_IN_POPULATION, p.most().size()))) {
      double low = Math.min(n.before(), n.after());
      double high = Math.max(n.before(), n.after());
      rows.add(
          new DotFigure.Row(
              p.population() + "[" + n.neuron() + "]",
              number,
              Optional.of(new DotFigure.Dot(n.after(), low, high, List.of(n.before()))),
              NumberText.number(n.before()) + " → " + NumberText.number(n.after())));
    }
    String unit = p.unit().isEmpty() ? "value" : "rate (" + p.unit() + ")";
    return new StackedFigure.Part(
        p.population() + ": " + p.changed() + " of " + p.neurons() + " changed",
        new DotFigure(
            "Neurons of " + p.population() + " that changed most",
            "Level before, small, and after",
            unit,
            AxisDefinition.Scale.LINEAR,
            rows,
            List.of()));
  }
}
