package org.hillock.spiking.terms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What currents have become in a cell whose membrane just leaks: it does the same with a current
 * whenever it comes, so one short push at each place tells of all steps.
 */
final class LeakSlopes {

  /** So large, in pA, that what is left of it is no rounding of the potential. */
  private static final double PUSH = 0x1p20;

  private final PartedMembrane cell;
  private final Membrane.Explained what;
  private final long begin;
  private final int steps;

  /** By step since the beginning what becomes of a cell that starts there, with nothing. */
  private final double[] alone;

  private LeakSlopes(PartedMembrane cell, Membrane.Explained what, Membrane.Window w) {
    this.cell = cell;
    this.what = what;
    begin = w.begin();
    steps = (int) (w.end() - begin);
    alone = walked(0, 0, List.of());
  }

  /** Empty where something is held meanwhile: then what came before is cut off. */
  static Optional<Slopes> of(PartedMembrane cell, Membrane.Explained what, Membrane.Window w) {
    Set<String> sites = new TreeSet<>();
    for (long n = w.begin(); n < w.end(); n++) {
      Surroundings around = w.around(n);
      if (around.heldSomewhere()) {
        return Optional.empty();
      }
      around.places().forEach(place -> sites.add(place.site()));
    }
    return Optional.of(new LeakSlopes(cell, what, w).slopes(sites));
  }

  private Slopes slopes(Set<String> sites) {
    Map<String, double[]> places = new LinkedHashMap<>();
    for (String site : sites) {
      List<Surroundings.AtPlace> there = List.of(new Surroundings.AtPlace(site, Double.NaN, PUSH));
      places.put(site, later(walked(0, 0, there)));
    }
    double[] pushing = later(walked(0, PUSH, List.of()));
    double history = walked(1, 0, List.of())[steps - 1] - alone[steps - 1];
    return new Slopes(begin, new double[cell.slots()][steps], pushing, places, history, 0, 0);
  }

  /** From what becomes of a push in the first step to what has become of one in each. */
  private double[] later(double[] pushed) {
    double[] slope = new double[steps];
    Arrays.setAll(slope, s -> (pushed[steps - 1 - s] - alone[steps - 1 - s]) / PUSH);
    return slope;
  }

  private double[] walked(double history, double push, List<Surroundings.AtPlace> places) {
    Membrane.Walk walk = cell.walk(what, new Membrane.Share(0, 1, 1, history));
    double[] none = new double[cell.gains().modulators().size()];
    Surroundings pushed = new Surroundings(none, false, Double.NaN, push, true, places);
    Surroundings quiet = new Surroundings(none, false, Double.NaN, 0, true, List.of());
    double[] sums = new double[cell.slots()];
    double[] values = new double[steps];
    for (int s = 0; s < steps; s++) {
      walk.step(begin + s, sums, s == 0 ? pushed : quiet, Membrane.Firing.NOT_NOW);
      values[s] = walk.value();
    }
    return values;
  }
}
