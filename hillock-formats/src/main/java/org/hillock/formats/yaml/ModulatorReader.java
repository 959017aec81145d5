package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Schedule;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/** Makes a modulator of a file's tree. */
final class ModulatorReader {

  private ModulatorReader() {}

  static Modulator read(String name, Fields all) {
    Fields fields = all.allowing(Vocabulary.MODULATOR);
    Modulator modulator = fields.has("equations") ? told(name, fields) : following(name, fields);
    return fields.has("pass")
        ? Place.within(fields.path(), () -> modulator.withPass(fields.quantity("pass")))
        : modulator;
  }

  /** One whose level stays, or follows what drives it. */
  private static Modulator following(String name, Fields fields) {
    double level = fields.number("level");
    Optional<Quantity> tau =
        fields.has("tau") ? Optional.of(fields.quantity("tau")) : Optional.empty();
    Optional<Schedule> schedule = schedule(fields);
    List<Modulator.Activity> activities = activities(fields);
    List<Modulator.Target> targets = targets(fields);
    return Place.within(
        fields.path(),
        () ->
            new Modulator(
                name,
                level,
                tau,
                schedule,
                activities,
                Optional.empty(),
                Modulator.STANDARD_PASS,
                targets));
  }

  /** One with equations of its own. */
  private static Modulator told(String name, Fields fields) {
    for (String key : List.of("level", "tau")) {
      if (fields.has(key)) {
        throw new UsageException(
            fields.at(key),
            "there are 'equations', which say themselves where the level begins"
                + " and how it changes");
      }
    }
    String text = fields.text("equations");
    Optional<Schedule> schedule = schedule(fields);
    List<Modulator.Activity> activities = activities(fields);
    List<Modulator.Target> targets = targets(fields);
    return Place.within(
        fields.path(), () -> Modulator.told(name, text, schedule, activities, targets));
  }

  private static List<Modulator.Target> targets(Fields fields) {
    List<Modulator.Target> targets = new ArrayList<>();
    if (fields.has("targets")) {
      Fields given = fields.mapping("targets");
      for (String target : given.keys()) {
        double strength = given.number(target);
        targets.add(Place.within(given.at(target), () -> Modulator.Target.parse(target, strength)));
      }
    }
    return targets;
  }

  private static Optional<Schedule> schedule(Fields fields) {
    if (!fields.has("schedule")) {
      if (fields.has("interpolation")) {
        throw new UsageException(
            fields.at("interpolation"), "there is no 'schedule' that it could be said of");
      }
      return Optional.empty();
    }
    Schedule.Interpolation how =
        fields.has("interpolation")
                && fields
                    .word("interpolation", Vocabulary.interpolations())
                    .equals(Vocabulary.word(Schedule.Interpolation.LINEAR))
            ? Schedule.Interpolation.LINEAR
            : Schedule.Interpolation.CONSTANT;
    Fields given = fields.mapping("schedule");
    List<Schedule.Point> points = new ArrayList<>();
    for (String time : given.keys()) {
      double value = given.number(time);
      points.add(Place.within(given.path(), () -> new Schedule.Point(Quantity.parse(time), value)));
    }
    return Optional.of(Place.within(given.path(), () -> new Schedule(points, how)));
  }

  /** One mapping, or a list of them. */
  private static List<Modulator.Activity> activities(Fields fields) {
    if (!fields.has("activity")) {
      return List.of();
    }
    YamlNode node = fields.node("activity");
    if (!(node instanceof YamlNode.Sequence(List<YamlNode> items, int _))) {
      return List.of(activity(fields.mapping("activity")));
    }
    List<Modulator.Activity> all = new ArrayList<>();
    for (YamlNode item : items) {
      all.add(activity(Fields.of(fields.at("activity") + "[" + all.size() + "]", item)));
    }
    return all;
  }

  private static Modulator.Activity activity(Fields all) {
    Fields fields = all.allowing(Vocabulary.ACTIVITY);
    String of = fields.text("of");
    if (fields.has("per_hz") == fields.has("per_value")) {
      throw new UsageException(
          fields.path(),
          "needs one of per_hz (of a population that makes spikes) and per_value (of rate neurons"
              + " or inputs)");
    }
    Measure measure = fields.has("per_hz") ? Measure.PER_HZ : Measure.PER_VALUE;
    double strength = fields.number(Vocabulary.word(measure));
    return new Modulator.Activity(of, measure, strength, fields.optionalText("as"));
  }
}
