package org.hillock.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Counted;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.Question;
import org.hillock.core.census.WeightSigns;
import org.hillock.core.facts.BrainSize;
import org.hillock.core.facts.PopularSlip;

/**
 * A census as a tree for JSON.
 *
 * <p>A count is a number where it is known and null where not: what is not counted is never 0. The
 * counts of {@code layers} add up to those of the entry; equal blocks stand there one by one, the
 * first with its layers, the others naming it.
 */
public final class CensusJson {

  private CensusJson() {}

  /** The whole. */
  public static Map<String, Object> of(List<CensusEntry> entries, Definitions definitions) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("definitions", definitions.words());
    tree.put("entries", entries.stream().map(e -> of(e, definitions)).toList());
    return tree;
  }

  private static Map<String, Object> of(CensusEntry entry, Definitions definitions) {
    Census census = Census.of(entry.architecture(), definitions);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", entry.architecture().name());
    tree.put("about", entry.architecture().about());
    tree.put("source", entry.architecture().source());
    tree.put("input", entry.architecture().input().described());
    put(tree, census.total());
    Map<String, Object> ways = new LinkedHashMap<>();
    for (Answer way : Question.NEURONS.answers()) {
      Counts total = Census.of(entry.architecture(), definitions.with(way)).total();
      ways.put(way.word(), number(total.neurons()));
    }
    tree.put("neurons_by_definition", ways);
    entry.signs().filter(WeightSigns::any).ifPresent(signs -> tree.put("weights", of(signs)));
    tree.put("uncounted", census.uncounted());
    tree.put("remarks", entry.architecture().remarks());
    if (entry.architecture().name().equals(BrainSize.HUMAN.id())) {
      tree.put("popular_slips", PopularSlip.ALL.stream().map(CensusJson::of).toList());
    }
    tree.put("layers", layers(census.parts()));
    return tree;
  }

  private static Map<String, Object> of(WeightSigns signs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("excitatory", signs.excitatory());
    tree.put("inhibitory", signs.inhibitory());
    tree.put("zero", signs.zero());
    tree.put("unread", signs.unread());
    tree.put("inhibitory_share", signs.inhibitoryShare());
    return tree;
  }

  private static Map<String, Object> of(PopularSlip slip) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("said", slip.said());
    tree.put("of", slip.of());
    tree.put("value", slip.value());
    tree.put("right", slip.right());
    tree.put("why", slip.why());
    return tree;
  }

  private static List<Map<String, Object>> layers(List<Counted> parts) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Counted part : parts) {
      for (int i = 0; i < part.times(); i++) {
        String name = part.part().name();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", part.times() == 1 ? name : name + "." + i);
        part.layer()
            .ifPresent(layer -> {
              tree.put("operator", layer.operator().word());
              layer.activation().ifPresent(a -> tree.put("activation", a));
              layer.tied().ifPresent(t -> tree.put("weights_of", t));
            });
        put(tree, part.one());
        if (i > 0) {
          tree.put("same_as", name + ".0");
        } else if (!part.parts().isEmpty()) {
          tree.put("layers", layers(part.parts()));
        }
        all.add(tree);
      }
    }
    return all;
  }

  private static void put(Map<String, Object> tree, Counts counts) {
    put(tree, "neurons", counts.neurons());
    put(tree, "synapses", counts.synapses());
    put(tree, "parameters", counts.parameters());
    if (counts.shared().value() > 0) {
      put(tree, "shared_parameters", counts.shared());
    }
    put(tree, "multiply_adds", counts.multiplyAdds());
    put(tree, "products", counts.products());
  }

  private static void put(Map<String, Object> tree, String key, Amount amount) {
    tree.put(key, number(amount));
    switch (amount.state()) {
      case ESTIMATE -> tree.put(key + "_range", List.of(amount.least(), amount.most()));
      case PARTLY -> tree.put(key + "_at_least", amount.least());
      default -> {}
    }
  }

  private static @org.jspecify.annotations.Nullable Long number(Amount amount) {
    return amount.known() ? Long.valueOf(amount.value()) : null;
  }
}
