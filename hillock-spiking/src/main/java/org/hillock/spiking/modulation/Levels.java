package org.hillock.spiking.modulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;

/**
 * The levels of a network's modulators at points of a clock that are equally far apart; between two
 * of them they stand. From one to the next, modulators that read each other see the levels of the
 * earlier one, so that their order means nothing. Spikes are counted whole, so nothing depends on
 * the order in which they were made.
 */
public final class Levels {

  private final Map<String, One> all = new LinkedHashMap<>();
  private final boolean changes;

  /** A modulator, and the populations that drive it. */
  private record One(Modulator modulator, SlowVariable variable, List<Driver> drivers) {}

  /** A population that drives. */
  private static final class Driver {
    private final Modulator.Activity by;
    private final double neuronSeconds;
    private long spikesBefore;

    Driver(Network network, Modulator.Activity by, double intervalMs) {
      this.by = by;
      neuronSeconds = network.population(by.of()).size() * (intervalMs / 1000);
    }

    /** What the activity in the last interval drives with. */
    double drive(Activity activity) {
      return by.strength()
          * switch (by.measure()) {
            case PER_VALUE -> activity.meanValue(by.of());
            case PER_HZ -> {
              long spikes = activity.spikes(by.of());
              long made = spikes - spikesBefore;
              spikesBefore = spikes;
              yield made / neuronSeconds;
            }
          };
    }
  }

  /**
   * Levels at the start.
   *
   * @param intervalMs from one point to the next
   * @throws org.hillock.core.problem.UsageException where an equation gives no number in the first
   *     interval
   */
  public Levels(Network network, double intervalMs) {
    boolean any = false;
    for (Modulator modulator : network.modulators().values()) {
      SlowVariable variable =
          modulator.equations().isPresent()
              ? new EquationVariable(modulator, intervalMs)
              : new FollowingVariable(modulator, intervalMs);
      List<Driver> drivers =
          modulator.activities().stream().map(a -> new Driver(network, a, intervalMs)).toList();
      all.put(modulator.name(), new One(modulator, variable, drivers));
      any |= modulator.changes();
    }
    changes = any;
    restart();
  }

  /** Whether a level can change by itself. */
  public boolean change() {
    return changes;
  }

  /** Back to the levels of the start. */
  public void restart() {
    for (One one : all.values()) {
      one.variable.restart();
      one.drivers.forEach(d -> d.spikesBefore = 0);
    }
  }

  /**
   * Hands do something from a moment on.
   *
   * @param hands by modulator; those left out are let go
   * @return whether a level changed at once
   */
  public boolean heed(Map<String, Hand> hands, double timeMs) {
    boolean changed = false;
    for (One one : all.values()) {
      double before = one.variable.level();
      one.variable.heed(hands.getOrDefault(one.modulator.name(), Hand.NONE), timeMs);
      changed |= one.variable.level() != before;
    }
    return changed;
  }

  /** Goes from one point of the clock to the next. */
  public void advance(double fromMs, double toMs, Activity activity) {
    Map<String, Double> before = new LinkedHashMap<>();
    all.forEach((name, one) -> before.put(name, one.variable.level()));
    for (One one : all.values()) {
      double[] driving = new double[one.drivers.size()];
      for (int k = 0; k < driving.length; k++) {
        driving[k] = one.drivers.get(k).drive(activity);
      }
      one.variable.advance(new SlowVariable.Interval(fromMs, toMs, driving, before));
    }
  }

  /**
   * The level of a modulator now.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public double level(String modulator) {
    return one(modulator).variable.level();
  }

  /** A variable of a modulator now, such as its level. */
  public double value(String modulator, String variable) {
    return one(modulator).variable.value(variable);
  }

  /** The gain of a population's sum now. */
  public double gain(String population) {
    return gain(t -> t.population().equals(population) && t.receptor().isEmpty());
  }

  /** The product of the gains of those targets that are meant. */
  public double gain(java.util.function.Predicate<Modulator.Target> meant) {
    double gain = 1;
    for (One one : all.values()) {
      for (Modulator.Target target : one.modulator.targets()) {
        if (meant.test(target)) {
          gain *= 1 + target.strength() * one.variable.level();
        }
      }
    }
    return gain;
  }

  private One one(String modulator) {
    One one = all.get(modulator);
    if (one == null) {
      throw new IllegalArgumentException("no modulator '" + modulator + "'");
    }
    return one;
  }
}
