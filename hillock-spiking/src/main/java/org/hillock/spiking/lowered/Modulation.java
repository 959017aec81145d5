package org.hillock.spiking.lowered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.modulation.Activity;
import org.hillock.spiking.modulation.Hand;
import org.hillock.spiking.modulation.Levels;

/**
 * The levels of a network's modulators while it runs in time, and what they do. They change at grid
 * points, as many steps apart as are nearest to 1 ms.
 */
public final class Modulation {

  /** The owner in the addresses of levels. */
  private static final String OWNER = "modulators";

  private static final double INTERVAL_MS = 1;

  private final Network network;
  private final TimeGrid grid;
  private final Activity activity;
  private final int interval;
  private final Levels levels;

  /** What interventions do to each level. */
  private final Map<String, Effects> effects = new LinkedHashMap<>();

  /** Levels at the start. */
  public Modulation(Network network, TimeGrid grid, Activity activity) {
    this.network = network;
    this.grid = grid;
    this.activity = activity;
    interval = interval(grid.stepMs());
    levels = new Levels(network, interval * grid.stepMs());
    network.modulators().keySet().forEach(name -> effects.put(name, new Effects(1)));
  }

  /** Steps from one point to the next. */
  static int interval(double stepMs) {
    return (int) Math.max(1, Math.rint(INTERVAL_MS / stepMs));
  }

  /** What interventions do to each level, by its owner in {@link Interventions}. */
  public Map<String, Effects> effects() {
    Map<String, Effects> owned = new LinkedHashMap<>();
    effects.forEach((name, its) -> owned.put(owner(name), its));
    return owned;
  }

  /** What interventions on a modulator's level are kept under; no population has such a name. */
  static String owner(String modulator) {
    return SiteRef.of(OWNER, modulator).toString();
  }

  /** Whether a modulator listens to the spikes of a population. */
  public static boolean listens(Network network, String population) {
    return network.modulators().values().stream()
        .flatMap(m -> m.activities().stream())
        .anyMatch(a -> a.of().equals(population));
  }

  /** Back to the levels of the start. */
  public void restart() {
    levels.restart();
  }

  /** Interventions changed with the beginning of a step; whether a level did with them. */
  public boolean interventionsChanged(long step) {
    Map<String, Hand> hands = new LinkedHashMap<>();
    effects.forEach((name, its) -> {
      Hand hand = Hand.NONE.adding(its.stimulus[0]);
      hands.put(name, its.held[0] ? hand.holding(its.heldAt[0]) : hand);
    });
    return levels.heed(hands, grid.timeMs(step));
  }

  /** The first grid point after {@code step}; never where nothing changes by itself. */
  public long nextDue(long step) {
    return levels.change() ? (step / interval + 1) * interval : Long.MAX_VALUE;
  }

  /** Whether levels change when step {@code n} is about to begin. */
  public boolean due(long n) {
    return levels.change() && n > 0 && n % interval == 0;
  }

  /** Goes to grid point {@code n} from the one before. */
  public void advance(long n) {
    levels.advance(grid.timeMs(n - interval), grid.timeMs(n), activity);
  }

  /** The value of a modulator's site now. */
  public double value(Site site) {
    return levels.value(site.modulator().orElseThrow(), site.variable().name());
  }

  /** The level of a modulator now. */
  public double level(String modulator) {
    return levels.level(modulator);
  }

  /** The gain of a population's sum now. */
  public double gain(String population) {
    return levels.gain(population);
  }

  /** What scales that which arrives at a port of a population now, beside its gain. */
  public double gain(String population, String port) {
    return levels.gain(target -> acts(network, target, population, port));
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

  static boolean acts(Network network, Modulator.Target target, String population, String port) {
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
              ? levels.level(read.name())
              : standard(read.standard());
    }
    for (String port : gained(network, population, lowered.ports())) {
      globals[k++] = gain(population, port);
    }
    return globals;
  }

  /**
   * The levels that synapses read, in single precision.
   *
   * @param names of modulators
   * @param standard what each is where the network has none of that name
   */
  public float[] levels(java.util.List<String> names, double[] standard) {
    float[] all = new float[names.size()];
    for (int k = 0; k < all.length; k++) {
      boolean there = network.modulators().containsKey(names.get(k));
      all[k] = (float) (there ? levels.level(names.get(k)) : standard[k]);
    }
    return all;
  }

  /** What a modulator is for neurons where the network has none of its name. */
  static double standard(Quantity standard) {
    return standard.in(Unit.coherent(standard.unit().dimension()));
  }
}
