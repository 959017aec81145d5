package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Schedule;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** Makes a file's tree of a modulator: the mirror of {@link ModulatorReader}. */
final class ModulatorTree {

  private ModulatorTree() {}

  static Mapping of(Modulator modulator) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    if (modulator.equations().isPresent()) {
      String text = modulator.equations().get().equations().text();
      all.put("equations", ValuesTree.text(text));
    } else {
      all.put("level", ValuesTree.number(modulator.level()));
    }
    modulator.tau().ifPresent(tau -> all.put("tau", ValuesTree.quantity(tau)));
    modulator.schedule().ifPresent(schedule -> put(schedule, all));
    List<YamlNode> activities = new ArrayList<>();
    modulator.activities().forEach(activity -> activities.add(of(activity)));
    if (!activities.isEmpty()) {
      all.put(
          "activity",
          activities.size() == 1 ? activities.getFirst() : ValuesTree.sequence(activities));
    }
    if (!modulator.pass().equals(Modulator.STANDARD_PASS)) {
      all.put("pass", ValuesTree.quantity(modulator.pass()));
    }
    Map<String, YamlNode> targets = new LinkedHashMap<>();
    for (Modulator.Target target : modulator.targets()) {
      if (targets.put(target.site(), ValuesTree.number(target.strength())) != null) {
        throw new UsageException(
            "modulators." + modulator.name() + ".targets",
            (target.receptor().isPresent() ? "receptor '" : "population '")
                + target.site()
                + "' is there twice and cannot be written");
      }
    }
    if (!targets.isEmpty()) {
      all.put("targets", NetworkTree.mapping(targets));
    }
    return NetworkTree.mapping(all);
  }

  private static void put(Schedule schedule, Map<String, YamlNode> into) {
    Map<String, YamlNode> points = new LinkedHashMap<>();
    schedule.points().forEach(p -> points.put(p.time().toString(), ValuesTree.number(p.value())));
    into.put("schedule", NetworkTree.mapping(points));
    if (schedule.interpolation() != Schedule.Interpolation.CONSTANT) {
      into.put("interpolation", ValuesTree.text(Vocabulary.word(schedule.interpolation())));
    }
  }

  private static Mapping of(Modulator.Activity activity) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put("of", ValuesTree.text(activity.of()));
    all.put(Vocabulary.word(activity.measure()), ValuesTree.number(activity.strength()));
    activity.as().ifPresent(as -> all.put("as", ValuesTree.text(as)));
    return NetworkTree.mapping(all);
  }
}
