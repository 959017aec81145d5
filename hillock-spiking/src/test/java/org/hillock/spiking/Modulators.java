package org.hillock.spiking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Schedule.Interpolation;
import org.hillock.core.quantity.Quantity;

/** Modulators that several tests use. */
final class Modulators {

  private Modulators() {}

  static final double STEP = 0.1;
  static final String TIRED = "modulators.fatigue.level";
  static final Optional<Quantity> NO_TAU = Optional.empty();

  static Optional<Quantity> tau(String text) {
    return Optional.of(Quantity.parse(text));
  }

  static Schedule schedule(Interpolation how, String... points) {
    List<Schedule.Point> all = new ArrayList<>();
    for (String point : points) {
      String[] parts = point.split(": ");
      all.add(new Schedule.Point(Quantity.parse(parts[0]), Double.parseDouble(parts[1])));
    }
    return new Schedule(all, how);
  }

  static Modulator fatigue(
      double level, Optional<Quantity> tau, Optional<Schedule> schedule, Target... targets) {
    return new Modulator("fatigue", level, tau, schedule, Optional.empty(), List.of(targets));
  }

  static Modulator driven(Optional<Schedule> schedule, Activity by, Target... targets) {
    return new Modulator("fatigue", 0, tau("20 ms"), schedule, Optional.of(by), List.of(targets));
  }

  static NetworkBuilder alone(Modulator modulator) {
    return Network.builder("n").population("cell", 1, "lif-delta").modulator(modulator);
  }
}
