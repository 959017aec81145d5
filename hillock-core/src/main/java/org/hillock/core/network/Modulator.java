package org.hillock.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.NeuronModel.Variable;
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
 * activities, 0 where there is neither. With a schedule and no time constant its level is what the
 * schedule says. Equations of its own take the place of all that.
 *
 * @param name unique in the network
 * @param level how much of it there is at the start: 0 none, 1 full
 * @param tau time constant, above 0
 * @param schedule drive that is known beforehand
 * @param activities drives by populations; they need a time constant or equations
 * @param equations of its own, whose {@code level} is kept within 0..1
 * @param pass how much of its time goes by in one pass of an engine without time
 * @param targets whom it acts on; the gain of a population's sum becomes the product of (1 +
 *     strength · level) over all modulators that target it, and likewise for a receptor
 */
public record Modulator(
    String name,
    double level,
    Optional<Quantity> tau,
    Optional<Schedule> schedule,
    List<Activity> activities,
    Optional<ModulatorText> equations,
    Quantity pass,
    List<Target> targets) {

  /** How much time goes by in a pass where nothing is said. */
  public static final Quantity STANDARD_PASS = Quantity.of(1, "ms");

  private static final Variable LEVEL =
      new Variable(ModulatorText.LEVEL, "", "how much of a modulator there is, from 0 to 1");

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
   * @param as name under which equations may read this drive alone
   */
  public record Activity(String of, Measure measure, double strength, Optional<String> as) {
    public Activity {
      if (!Double.isFinite(strength)) {
        throw new UsageException("activity", strength + " is not a finite number");
      }
    }

    /** One that equations read only as a part of the whole drive. */
    public Activity(String of, Measure measure, double strength) {
      this(of, measure, strength, Optional.empty());
    }
  }

  /** A modulator whose level stays. */
  public Modulator(String name, double level, List<Target> targets) {
    this(name, level, Optional.empty(), Optional.empty(), Optional.empty(), targets);
  }

  /** A modulator without equations of its own, driven by one population at most. */
  public Modulator(
      String name,
      double level,
      Optional<Quantity> tau,
      Optional<Schedule> schedule,
      Optional<Activity> activity,
      List<Target> targets) {
    this(
        name,
        level,
        tau,
        schedule,
        activity.stream().toList(),
        Optional.empty(),
        STANDARD_PASS,
        targets);
  }

  public Modulator {
    Names.check("modulators", name);
    String path = path(name);
    activities = List.copyOf(activities);
    targets = List.copyOf(targets);
    if (!(level >= 0 && level <= 1)) {
      throw new UsageException(
          equations.isPresent() ? path + ".equations" : path + ".level",
          (equations.isPresent() ? "at the start the level " : "") + level + " is not in 0..1");
    }
    tau.ifPresent(t -> needTime(path + ".tau", t, "10 s"));
    needTime(path + ".pass", pass, "10 ms");
    if (tau.isPresent() && equations.isPresent()) {
      throw new UsageException(
          path + ".tau", "there are 'equations', which say themselves how the level changes");
    }
    if (!activities.isEmpty() && tau.isEmpty() && equations.isEmpty()) {
      throw new UsageException(
          path, "'tau' is missing: a level that activity drives follows it with a time constant");
    }
    if (equations.isEmpty() && activities.stream().anyMatch(a -> a.as().isPresent())) {
      throw new UsageException(
          path + ".activity",
          "'as' names a drive for the equations of a modulator, and there are none");
    }
  }

  /**
   * A modulator with equations of its own, whose level begins where these say.
   *
   * @param text in the language of neurons, see {@link ModulatorText}
   * @throws UsageException with the path of the modulator, the line, and what is wrong
   */
  public static Modulator told(
      String name,
      String text,
      Optional<Schedule> schedule,
      List<Activity> activities,
      List<Target> targets) {
    Set<String> driving = new LinkedHashSet<>(List.of(ModulatorText.DRIVE));
    Map<String, Double> start = new LinkedHashMap<>();
    schedule.ifPresent(s -> {
      driving.add(ModulatorText.SCHEDULE);
      start.put(ModulatorText.DRIVE, s.at(0));
      start.put(ModulatorText.SCHEDULE, s.at(0));
    });
    for (Activity activity : activities) {
      activity.as().ifPresent(as -> addDriving(name, as, driving));
    }
    ModulatorText equations = ModulatorText.read(path(name) + ".equations", text, driving);
    return new Modulator(
        name,
        equations.start(start),
        Optional.empty(),
        schedule,
        activities,
        Optional.of(equations),
        STANDARD_PASS,
        targets);
  }

  private static void addDriving(String modulator, String as, Set<String> driving) {
    String path = path(modulator) + ".activity";
    if (!as.matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
      throw new UsageException(
          path,
          "as '"
              + as
              + "': that is no name for equations: at most 40 letters, digits and '_', starting"
              + " with a letter");
    }
    if (!driving.add(as)) {
      throw new UsageException(
          path, "as '" + as + "': the name is that of another drive; each needs its own");
    }
  }

  private static String path(String name) {
    return "modulators." + name;
  }

  private static void needTime(String path, Quantity given, String such) {
    if (!given.unit().dimension().equals(Dimension.TIME)) {
      throw new UsageException(path, given + " is not a time, such as '" + such + "'");
    }
    if (!(given.value() > 0)) {
      throw new UsageException(path, given + " is not > 0 " + given.unit());
    }
  }

  /** The same with another time of a pass. */
  public Modulator withPass(Quantity newPass) {
    return new Modulator(name, level, tau, schedule, activities, equations, newPass, targets);
  }

  /** Whether its level can change by itself. */
  public boolean changes() {
    return tau.isPresent() || schedule.isPresent() || equations.isPresent();
  }

  /** Whether its level is at once what the schedule says, or stays. */
  public boolean followsAtOnce() {
    return tau.isEmpty() && equations.isEmpty();
  }

  /** The level at the start: the schedule's where that is followed at once. */
  public double startLevel() {
    return followsAtOnce() && schedule.isPresent() ? schedule.get().at(0) : level;
  }

  /** The time constant in ms. */
  public Optional<Double> tauMs() {
    return tau.map(t -> t.in(Unit.MS));
  }

  /** What can be recorded of it: the level, then the states and definitions of its equations. */
  public List<Variable> variables() {
    List<Variable> all = new ArrayList<>(List.of(LEVEL));
    equations.ifPresent(text -> {
      NeuronEquations its = text.equations();
      List<String> readable = text.readable();
      its.states().forEach(s -> all.add(new Variable(s.name(), s.unit().symbol(), s.meaning())));
      its.definitions().stream()
          .filter(d -> readable.contains(d.name()))
          .forEach(d -> all.add(new Variable(d.name(), d.unit().symbol(), d.meaning())));
      all.subList(1, all.size()).removeIf(v -> v.name().equals(ModulatorText.LEVEL));
    });
    return all;
  }
}
