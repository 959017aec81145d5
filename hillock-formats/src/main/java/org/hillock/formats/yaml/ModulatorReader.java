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
    double level = fields.number("level");
    Optional<Quantity> tau =
        fields.has("tau") ? Optional.of(fields.quantity("tau")) : Optional.empty();
    Optional<Schedule> schedule = schedule(fields);
    Optional<Modulator.Activity> activity =
        fields.has("activity")
            ? Optional.of(activity(fields.mapping("activity")))
            : Optional.empty();
    List<Modulator.Target> targets = new ArrayList<>();
    if (fields.has("targets")) {
      Fields given = fields.mapping("targets");
      for (String target : given.keys()) {
        double strength = given.number(target);
        targets.add(Place.within(given.at(target), () -> Modulator.Target.parse(target, strength)));
      }
    }
    return Place.within(
        fields.path(), () -> new Modulator(name, level, tau, schedule, activity, targets));
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
    return new Modulator.Activity(of, measure, fields.number(Vocabulary.word(measure)));
  }
}
