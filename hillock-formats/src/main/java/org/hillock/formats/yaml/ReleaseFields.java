package org.hillock.formats.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** How synapses release vesicles, as it is read and written. */
final class ReleaseFields {

  static final List<String> KEYS =
      List.of("sites", "utilisation", "tau_facilitation", "calcium", "tau_recovery", "stochastic");
  static final List<String> CALCIUM = List.of("rest", "step", "tau", "half", "power", "most");

  private static final Unit MM = Unit.parse("mM");

  private ReleaseFields() {}

  /** Reads it. */
  static Release read(Fields f) {
    f.allowing(KEYS);
    return new Release(
        probability(f),
        f.has("sites") ? f.count("sites") : 1,
        f.has("tau_recovery") ? in(f, "tau_recovery", Unit.MS) : 0,
        f.has("stochastic") && f.flag("stochastic"));
  }

  private static ReleaseProbability probability(Fields f) {
    if (!f.has("calcium")) {
      double tau = f.has("tau_facilitation") ? in(f, "tau_facilitation", Unit.MS) : 0;
      return new ReleaseProbability.Facilitation(f.number("utilisation"), tau);
    }
    for (String other : List.of("utilisation", "tau_facilitation")) {
      if (f.has(other)) {
        throw new org.hillock.core.problem.UsageException(
            f.at(other),
            "stands beside 'calcium', which says how release begins; give one of them");
      }
    }
    Fields c = f.mapping("calcium").allowing(CALCIUM);
    ReleaseProbability.BoundCalcium usual = ReleaseProbability.BoundCalcium.usual();
    return new ReleaseProbability.BoundCalcium(
        c.has("rest") ? in(c, "rest", MM) : usual.restMm(),
        c.has("step") ? in(c, "step", MM) : usual.stepMm(),
        c.has("tau") ? in(c, "tau", Unit.MS) : usual.tauCalciumMs(),
        c.has("half") ? in(c, "half", MM) : usual.halfMm(),
        c.has("power") ? c.number("power") : usual.power(),
        c.has("most") ? c.number("most") : usual.most());
  }

  private static double in(Fields f, String key, Unit unit) {
    return Place.within(f.at(key), () -> f.quantity(key).in(unit));
  }

  /** As it is written. */
  static Mapping tree(Release release) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put("sites", ValuesTree.whole(release.sites()));
    switch (release.probability()) {
      case ReleaseProbability.Facilitation u -> {
        all.put("utilisation", ValuesTree.number(u.utilisation()));
        all.put("tau_facilitation", quantity(u.tauFacilitationMs(), Unit.MS));
      }
      case ReleaseProbability.BoundCalcium c -> {
        Map<String, YamlNode> own = new LinkedHashMap<>();
        own.put("rest", quantity(c.restMm(), MM));
        own.put("step", quantity(c.stepMm(), MM));
        own.put("tau", quantity(c.tauCalciumMs(), Unit.MS));
        own.put("half", quantity(c.halfMm(), MM));
        own.put("power", ValuesTree.number(c.power()));
        own.put("most", ValuesTree.number(c.most()));
        all.put("calcium", NetworkTree.mapping(own));
      }
    }
    all.put("tau_recovery", quantity(release.tauRecoveryMs(), Unit.MS));
    all.put("stochastic", ValuesTree.flag(release.stochastic()));
    return NetworkTree.mapping(all);
  }

  private static YamlNode quantity(double value, Unit unit) {
    return ValuesTree.quantity(new Quantity(value, unit));
  }
}
