package org.hillock.report.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.lab.bench.Effect;

/** How two runs differ, for a program. */
public final class EffectJson {

  private EffectJson() {}

  /** As a tree. */
  public static Map<String, Object> of(String done, Effect effect) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("done", done);
    tree.put("nothingChanged", effect.isNothing());
    tree.put("neuronsChanged", effect.changed());
    effect.before().ifPresent(answer -> tree.put("answerBefore", answer));
    effect.after().ifPresent(answer -> tree.put("answerAfter", answer));
    tree.put("populations", effect.populations().stream().map(EffectJson::of).toList());
    return tree;
  }

  private static Map<String, Object> of(Effect.OnPopulation p) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", p.population());
    tree.put("neurons", p.neurons());
    tree.put("changed", p.changed());
    tree.put("before", p.before());
    tree.put("after", p.after());
    tree.put("unit", p.unit());
    if (!Double.isNaN(p.firstMs())) {
      tree.put("firstChangeMs", p.firstMs());
    }
    tree.put(
        "most",
        p.most().stream()
            .map(n -> Map.of("neuron", n.neuron(), "before", n.before(), "after", n.after()))
            .toList());
    return tree;
  }

  /** As a table: a row for each population. */
  public static Table table(Effect effect) {
    Table.Builder table =
        Table.of("population", "neurons", "changed", "before", "after", "unit", "first_change_ms");
    for (Effect.OnPopulation p : effect.populations()) {
      table.row(
          p.population(), p.neurons(), p.changed(), p.before(), p.after(), p.unit(), p.firstMs());
    }
    return table.build();
  }

  /** Rows of a table of the neurons that changed most. */
  public static Table neurons(Effect effect) {
    Table.Builder table = Table.of("population", "neuron", "before", "after", "unit");
    for (Effect.OnPopulation p : effect.populations()) {
      List<Effect.OnNeuron> most = p.most();
      most.forEach(n -> table.row(p.population(), n.neuron(), n.before(), n.after(), p.unit()));
    }
    return table.build();
  }
}
