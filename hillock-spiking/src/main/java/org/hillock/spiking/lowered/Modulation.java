package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Schedule;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.equation.LoweredEquations;

/**
 * The levels of a network's modulators while it runs, and what they do.
 *
 * <p>Levels change at grid points, as many steps apart as are nearest to 1 ms; between two of them
 * they stand. At a grid point each goes the exact way that its linear equation takes it under the
 * drive of the interval behind. Spikes are counted whole, so nothing depends on the order in which
 * they were made.
 */
public final class Modulation {

  /** The owner in the addresses of levels. */
  private static final String OWNER = "modulators";

  private static final double INTERVAL_MS = 1;

  private final Network network;
  private final TimeGrid grid;
  private final Activity activity;
  private final int interval;
  private final List<Slow> all = new ArrayList<>();
  private final boolean changes;

  /** What populations do. */
  public interface Activity {
    /** Spikes that a population made since the start. */
    long spikes(String population);

    /** The mean of the values of a rate population now. */
    double meanValue(String population);
  }

  /** One modulator. */
  private static final class Slow {
    final Modulator modulator;
    final Effects effects = new Effects(1);
    final int size;

    /** What is left of a difference after an interval. */
    final double kept;

    /** How much of a slope is lagged behind, in ms. */
    final double tauMs;

    double level;
    long spikesBefore;

    Slow(Modulator modulator, int size, double intervalMs) {
      this.modulator = modulator;
      this.size = size;
      tauMs = modulator.tauMs().orElse(0.0);
      kept = modulator.tau().isPresent() ? StrictMath.exp(-intervalMs / tauMs) : 0;
    }
  }

  /** Levels at the start. */
  public Modulation(Network network, TimeGrid grid, Activity activity) {
    this.network = network;
    this.grid = grid;
    this.activity = activity;
    interval = (int) Math.max(1, Math.rint(INTERVAL_MS / grid.stepMs()));
    boolean any = false;
    for (Modulator modulator : network.modulators().values()) {
      int size = modulator.activity().map(a -> network.population(a.of()).size()).orElse(1);
      all.add(new Slow(modulator, size, interval * grid.stepMs()));
      any |= modulator.changes();
    }
    changes = any;
  }

  /** What interventions do to each level, by its owner in {@link Interventions}. */
  public Map<String, Effects> effects() {
    Map<String, Effects> effects = new LinkedHashMap<>();
    all.forEach(slow -> effects.put(owner(slow.modulator.name()), slow.effects));
    return effects;
  }

  /** What interventions on a modulator's level are kept under; no population has such a name. */
  static String owner(String modulator) {
    return SiteRef.of(OWNER, modulator).toString();
  }

  /** Whether a modulator listens to the spikes of a population. */
  public static boolean listens(Network network, String population) {
    return network.modulators().values().stream()
        .flatMap(m -> m.activity().stream())
        .anyMatch(a -> a.of().equals(population));
  }

  /** Back to the levels of the start. */
  public void restart() {
    for (Slow slow : all) {
      slow.level = slow.modulator.startLevel();
      slow.spikesBefore = 0;
    }
  }

  /** Interventions changed with the beginning of a step; whether a level did with them. */
  public boolean interventionsChanged(long step) {
    boolean changed = false;
    for (Slow slow : all) {
      double level = slow.level;
      if (slow.effects.held[0]) {
        level = slow.effects.heldAt[0];
      } else if (slow.modulator.tau().isEmpty()) {
        level = atOnce(slow, step);
      }
      changed |= level != slow.level;
      slow.level = level;
    }
    return changed;
  }

  /** The first grid point after {@code step}; never where nothing changes by itself. */
  public long nextDue(long step) {
    return changes ? (step / interval + 1) * interval : Long.MAX_VALUE;
  }

  /** Whether levels change when step {@code n} is about to begin. */
  public boolean due(long n) {
    return changes && n > 0 && n % interval == 0;
  }

  /** Goes to grid point {@code n} from the one before. */
  public void advance(long n) {
    for (Slow slow : all) {
      double drive = driven(slow);
      if (slow.effects.held[0]) {
        slow.level = slow.effects.heldAt[0];
      } else if (slow.modulator.tau().isEmpty()) {
        slow.level = atOnce(slow, n);
      } else {
        slow.level = clip(followed(slow, n, drive + slow.effects.stimulus[0]));
      }
    }
  }

  /** The level of a modulator that follows at once what is known beforehand. */
  private double atOnce(Slow slow, long n) {
    double level =
        slow.modulator.schedule().map(s -> s.at(grid.timeMs(n))).orElse(slow.modulator.level());
    return clip(level + slow.effects.stimulus[0]);
  }

  /** What activity in the last interval drives with. */
  private double driven(Slow slow) {
    Optional<Modulator.Activity> driver = slow.modulator.activity();
    if (driver.isEmpty()) {
      return 0;
    }
    String of = driver.get().of();
    return switch (driver.get().measure()) {
      case PER_VALUE -> driver.get().strength() * activity.meanValue(of);
      case PER_HZ -> {
        long spikes = activity.spikes(of);
        double seconds = interval * grid.stepMs() / 1000;
        double rate = (spikes - slow.spikesBefore) / (slow.size * seconds);
        slow.spikesBefore = spikes;
        yield driver.get().strength() * rate;
      }
    };
  }

  /** The level at a grid point; the schedule's part of the drive runs straight to there. */
  private double followed(Slow slow, long n, double drive) {
    double from = drive;
    double to = drive;
    if (slow.modulator.schedule().isPresent()) {
      Schedule schedule = slow.modulator.schedule().get();
      double before = schedule.at(grid.timeMs(n - interval));
      from += before;
      to +=
          schedule.interpolation() == Schedule.Interpolation.LINEAR
              ? schedule.at(grid.timeMs(n))
              : before;
    }
    // a straight drive is followed at a distance of its slope times tau
    double behind = (to - from) / (interval * grid.stepMs()) * slow.tauMs;
    return to - behind + (slow.level - from + behind) * slow.kept;
  }

  private static double clip(double level) {
    return Math.max(0, Math.min(1, level));
  }

  /**
   * The level of a modulator now.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public double level(String modulator) {
    for (Slow slow : all) {
      if (slow.modulator.name().equals(modulator)) {
        return slow.level;
      }
    }
    throw new IllegalArgumentException("no modulator '" + modulator + "'");
  }

  /** The gain of a population's sum now. */
  public double gain(String population) {
    double gain = 1;
    for (Slow slow : all) {
      for (Modulator.Target target : slow.modulator.targets()) {
        if (target.population().equals(population) && target.receptor().isEmpty()) {
          gain *= 1 + target.strength() * slow.level;
        }
      }
    }
    return gain;
  }

  /** What scales that which arrives at a port of a population now, beside its gain. */
  public double gain(String population, String port) {
    double gain = 1;
    for (Slow slow : all) {
      for (Modulator.Target target : slow.modulator.targets()) {
        if (acts(network, target, population, port)) {
          gain *= 1 + target.strength() * slow.level;
        }
      }
    }
    return gain;
  }

  /** Those of the ports that some modulator acts on by a receptor. */
  static List<String> gained(Network network, String population, List<String> ports) {
    return ports.stream()
        .filter(port ->
            network.modulators().values().stream()
                .flatMap(m -> m.targets().stream())
                .anyMatch(t -> acts(network, t, population, port)))
        .toList();
  }

  private static boolean acts(
      Network network, Modulator.Target target, String population, String port) {
    if (!target.population().equals(population) || target.receptor().isEmpty()) {
      return false;
    }
    NeuronModel.Receptor receptor =
        Objects.requireNonNull(
            network.population(population).model().receptor(target.receptor().get()).orElse(null));
    return receptor.port().equals(port) || receptor.portBelow0().equals(port);
  }

  /** The slow numbers that the program of a population reads, now. */
  public double[] globals(String population, LoweredEquations lowered) {
    double[] globals = new double[lowered.program().globals()];
    int k = 0;
    for (NeuronEquations.ModulatorRead read : lowered.equations().modulators()) {
      globals[k++] =
          network.modulators().containsKey(read.name())
              ? level(read.name())
              : standard(read.standard());
    }
    for (String port : gained(network, population, lowered.ports())) {
      globals[k++] = gain(population, port);
    }
    return globals;
  }

  /** What a modulator is for neurons where the network has none of its name. */
  static double standard(Quantity standard) {
    return standard.in(Unit.coherent(standard.unit().dimension()));
  }
}
