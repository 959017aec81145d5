package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * A slow state (hormone, transmitter tone, fatigue, arousal) that bends how populations answer, and
 * that neuron models may read by its name.
 *
 * <p>Where nothing is said of its dynamics, its level stays. With a time constant it follows what
 * drives it, dlevel/dt = (drive − level)/tau, within 0..1; the drive is the sum of schedule and
 * activity, 0 where there is neither. With a schedule and no time constant its level is what the
 * schedule says.
 *
 * @param name unique in the network
 * @param level how much of it there is at the start: 0 none, 1 full
 * @param tau time constant, above 0
 * @param schedule drive that is known beforehand
 * @param activity drive by a population; needs a time constant
 * @param targets whom it acts on; the gain of a population's sum becomes the product of (1 +
 *     strength · level) over all modulators that target it, and likewise for a receptor
 */
public record Modulator(
    String name,
    double level,
    Optional<Quantity> tau,
    Optional<Schedule> schedule,
    Optional<Activity> activity,
    List<Target> targets) {

  /**
   * One population that it acts on, or one of its receptors.
   *
   * @param receptor whose arrivals it scales; empty for the whole sum
   * @param strength change of the gain at level 1, at least -1
   */
  public record Target(String population, Optional<String> receptor, double strength) {
    public Target {
      if (!(strength >= -1) || !Double.isFinite(strength)) {
        throw new UsageException("strength", strength + " is not >= -1");
      }
    }

    /** A whole population. */
    public Target(String population, double strength) {
      this(population, Optional.empty(), strength);
    }

    /** Such as {@code exc} or {@code exc.ampa}. */
    public static Target parse(String text, double strength) {
      int dot = text.indexOf('.');
      return dot < 0
          ? new Target(text, strength)
          : new Target(text.substring(0, dot), Optional.of(text.substring(dot + 1)), strength);
    }

    /** As {@link #parse} reads it. */
    public String site() {
      return receptor.map(r -> population + "." + r).orElse(population);
    }
  }

  /** What of a population's activity drives a modulator. */
  public enum Measure {
    /** Its mean rate, in Hz: spikes in a time, over that time and the number of its neurons. */
    PER_HZ,
    /** The mean of the values of rate neurons or inputs. */
    PER_VALUE
  }

  /**
   * Drive by a population: {@code strength} times its mean rate or value.
   *
   * @param of name of the population
   */
  public record Activity(String of, Measure measure, double strength) {
    public Activity {
      if (!Double.isFinite(strength)) {
        throw new UsageException("activity", strength + " is not a finite number");
      }
    }
  }

  /** A modulator whose level stays. */
  public Modulator(String name, double level, List<Target> targets) {
    this(name, level, Optional.empty(), Optional.empty(), Optional.empty(), targets);
  }

  public Modulator {
    Names.check("modulators", name);
    String path = "modulators." + name;
    targets = List.copyOf(targets);
    if (!(level >= 0 && level <= 1)) {
      throw new UsageException(path + ".level", level + " is not in 0..1");
    }
    if (tau.isPresent()) {
      Quantity given = tau.get();
      if (!given.unit().dimension().equals(Dimension.TIME)) {
        throw new UsageException(path + ".tau", given + " is not a time, such as '10 s'");
      }
      if (!(given.value() > 0)) {
        throw new UsageException(path + ".tau", given + " is not > 0 " + given.unit());
      }
    }
    if (activity.isPresent() && tau.isEmpty()) {
      throw new UsageException(
          path, "'tau' is missing: a level that activity drives follows it with a time constant");
    }
  }

  /** Whether its level can change by itself. */
  public boolean changes() {
    return tau.isPresent() || schedule.isPresent();
  }

  /** The level at the start: the schedule's where that is followed at once. */
  public double startLevel() {
    return tau.isEmpty() && schedule.isPresent() ? schedule.get().at(0) : level;
  }

  /** The time constant in ms. */
  public Optional<Double> tauMs() {
    return tau.map(t -> t.in(Unit.MS));
  }
}
