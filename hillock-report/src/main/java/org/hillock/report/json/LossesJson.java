package org.hillock.report.json;

import java.util.Map;
import org.hillock.lab.convert.TwinLosses;
import org.hillock.lab.convert.TwinLosses.OfPopulation;
import org.hillock.lab.convert.TwinLosses.Part;
import org.jspecify.annotations.Nullable;

/** What a network loses when it is converted to spikes, as JSON. */
public final class LossesJson {

  private LossesJson() {}

  /** The facts; all in spikes per ms. */
  public static Map<String, @Nullable Object> of(TwinLosses losses) {
    Tree root =
        new Tree()
            .put("network", losses.network())
            .put("images", losses.images())
            .put("windowMs", losses.windowMs())
            .put("agreement", losses.agreement());
    losses
        .entry()
        .ifPresent(p ->
            root.put(
                "enters",
                new Tree()
                    .put("population", p.population())
                    .put("cause", p.cause().word())
                    .put("meaning", p.cause().meaning())));
    return root.put(
            "populations", losses.populations().stream().map(LossesJson::population).toList())
        .map();
  }

  private static Tree population(OfPopulation p) {
    Tree sizes = new Tree();
    Tree means = new Tree();
    for (Part part : Part.values()) {
      String key = part.word().replaceAll("[ -]", "_");
      sizes.put(key, p.sizes().getOrDefault(part, 0.0));
      means.put(key, p.means().getOrDefault(part, 0.0));
    }
    return new Tree()
        .put("population", p.population())
        .put("neurons", p.neurons())
        .put("scale", p.scale())
        .put("meanValue", p.meanValue())
        .put("meanRate", p.meanRate())
        .put("error", p.error())
        .put("own", p.own())
        .put("sizes", sizes)
        .put("means", means)
        .put("neverFire", p.dead())
        .put("full", p.full());
  }
}
