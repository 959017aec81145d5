package org.hillock.report.text;

import java.util.List;
import java.util.stream.Collectors;
import org.hillock.core.quantity.Quantity;
import org.hillock.lab.bench.Effect;

/** How two runs differ, for a person. */
public final class EffectText {

  private static final int MOST_NEURONS = 5;

  private EffectText() {}

  /**
   * The table of populations, the neurons that changed most, the answers.
   *
   * @param done what was done in the second run
   */
  public static String of(String done, Effect effect) {
    StringBuilder text = new StringBuilder();
    if (effect.isNothing()) {
      text.append("Nothing changed: with ")
          .append(done)
          .append(" every neuron did what it did without, to the bit.\n");
    } else {
      text.append(changes(done, effect));
    }
    effect
        .before()
        .ifPresent(before ->
            text.append("Answer: ").append(before).append(after(before, effect)).append('\n'));
    return text.toString();
  }

  private static String after(int before, Effect effect) {
    int after = effect.after().orElse(before);
    return after == before ? ", as before" : " → " + after;
  }

  private static String changes(String done, Effect effect) {
    long neurons = effect.populations().stream().mapToLong(Effect.OnPopulation::neurons).sum();
    Columns table = new Columns();
    table.row(List.of("population", "neurons", "changed", "mean before", "after", "first change"));
    for (Effect.OnPopulation p : effect.populations()) {
      String unit = p.unit().isEmpty() ? "" : " " + p.unit();
      table.row(
          List.of(
              p.population(),
              NumberText.number(p.neurons()),
              NumberText.number(p.changed()),
              NumberText.number(p.before()) + unit,
              NumberText.number(p.after()) + unit,
              Double.isNaN(p.firstMs()) ? "–" : Quantity.text(p.firstMs()) + " ms"));
    }
    return "With "
        + done
        + ", "
        + NumberText.number(effect.changed())
        + " of "
        + NumberText.number(neurons)
        + " neurons did something else.\n\n"
        + table.text()
        + "\n"
        + most(effect);
  }

  private static String most(Effect effect) {
    StringBuilder text = new StringBuilder();
    for (Effect.OnPopulation p : effect.populations()) {
      if (p.most().isEmpty()) {
        continue;
      }
      text.append("Most in ")
          .append(p.population())
          .append(": ")
          .append(
              p.most().stream()
                  .limit(MOST_NEURONS)
                  .map(n ->
                      "["
                          + n.neuron()
                          + "] "
                          + NumberText.number(n.before())
                          + " → "
                          + NumberText.number(n.after()))
                  .collect(Collectors.joining(", ")))
          .append(p.unit().isEmpty() ? "" : " " + p.unit())
          .append('\n');
    }
    return text.toString();
  }
}
