package org.hillock.lab.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Population;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;

/**
 * What all populations of a network did in one run: spikes of those that spike in time, the values
 * at the end of all others.
 */
public final class Activity {

  private static final String SUM = "sum";

  private final Map<String, Population> populations = new LinkedHashMap<>();
  private final Map<String, SpikeTrains> spikes = new LinkedHashMap<>();
  private final Map<String, double[][]> values = new LinkedHashMap<>();
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private final boolean timed;
  private final double length;

  private Activity(boolean timed, double length) {
    this.timed = timed;
    this.length = length;
  }

  /**
   * Runs an experiment and keeps everything.
   *
   * @throws org.hillock.core.problem.UsageException where something in it does not fit the network
   */
  public static Activity of(Experiment experiment) {
    try (Runs runs = new Runs(experiment)) {
      return runs.run(experiment);
    }
  }

  /** What a session shows at the end of a run. */
  static Activity read(Session session, double length, Map<String, SpikeKeeper> kept) {
    boolean timed = session.capability(Capability.Timed.class).isPresent();
    Activity activity = new Activity(timed, length);
    for (Population p : session.network().populations().values()) {
      activity.populations.put(p.name(), p);
      SpikeKeeper keeper = kept.get(p.name());
      if (keeper != null) {
        activity.spikes.put(p.name(), keeper.trains());
      } else {
        activity.values.put(p.name(), session.read(session.bind(SiteRef.of(p.name(), main(p)))));
        if (!timed && p.model().variable(SUM).isPresent()) {
          Site sum = session.bind(SiteRef.of(p.name(), SUM));
          activity.sums.put(p.name(), session.read(sum)[0]);
        }
      }
    }
    return activity;
  }

  static String main(Population p) {
    return p.model().variables().getFirst().name();
  }

  /** Names of all populations, in the order of the network. */
  public Set<String> populations() {
    return populations.keySet();
  }

  /**
   * A population.
   *
   * @throws IllegalArgumentException where it is unknown
   */
  public Population population(String name) {
    return Optional.ofNullable(populations.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no population '" + name + "'"));
  }

  /** Whether it ran in time. */
  public boolean timed() {
    return timed;
  }

  /** ms that it ran, or passes. */
  public double length() {
    return length;
  }

  /** Spikes of a population; empty where it does not speak in spikes. */
  public Optional<SpikeTrains> spikes(String population) {
    return Optional.ofNullable(spikes.get(population));
  }

  /** Values at the end, [row][neuron]; empty where the population speaks in spikes. */
  public Optional<double[][]> values(String population) {
    return Optional.ofNullable(values.get(population));
  }

  /**
   * One number for each neuron: the mean rate in Hz of one that spikes, the value of the first row
   * of one that does not.
   */
  public double[] levels(String population) {
    SpikeTrains trains = spikes.get(population);
    if (trains == null) {
      return Objects.requireNonNull(values.get(population))[0];
    }
    double[] rates = new double[trains.neurons()];
    Arrays.setAll(rates, n -> trains.of(n).length * 1000 / length);
    return rates;
  }

  /**
   * What each neuron summed up, before its nonlinearity, of the first row; empty where that is not
   * known.
   */
  public Optional<double[]> sums(String population) {
    return Optional.ofNullable(sums.get(population));
  }

  /** The unit of {@link #levels}: Hz, that of the value, or empty. */
  public String unit(String population) {
    return spikes.containsKey(population)
        ? "Hz"
        : population(population).model().variables().getFirst().unit();
  }

  /** Whether two runs are the same to the bit. */
  public boolean same(Activity other) {
    return populations.keySet().equals(other.populations.keySet())
        && spikes.keySet().equals(other.spikes.keySet())
        && spikes.entrySet().stream()
            .allMatch(e -> e.getValue().same(Objects.requireNonNull(other.spikes.get(e.getKey()))))
        && values.entrySet().stream()
            .allMatch(e -> Arrays.deepEquals(e.getValue(), other.values.get(e.getKey())));
  }

  /** Whether any population spoke in spikes. */
  public boolean inSpikes() {
    return !spikes.isEmpty();
  }
}
