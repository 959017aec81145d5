package org.hillock.lab.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * The distal reward problem (Izhikevich 2007, doi 10.1093/cercor/bhl152): dopamine is released one
 * to three seconds after one neuron fired shortly before another, while all others go on firing.
 * Which synapse earned it? The one between the two begins at weight 0; if synapses remember pairs
 * until dopamine comes, it grows to the largest weight and the others do not.
 */
public final class DistalReward {

  /** The target must fire less than that after the source. */
  private static final double WITHIN_MS = 20;

  private static final double EARLIEST_MS = 1000;
  private static final int SPREAD_MS = 2000;
  private static final double CHUNK_MS = 1000;
  private static final double SAMPLE_S = 10;

  private final Network network;
  private final String projection;
  private final String rewarding;
  private final long seed;

  /**
   * How it went.
   *
   * @param seconds when weights were looked at
   * @param weight of the chosen synapse then, in the unit of the projection
   * @param others mean weight of all other synapses of the projection
   * @param above share of the others that are as heavy as the chosen one, or heavier
   * @param rewardsMs when dopamine was released
   */
  public record Course(
      List<Double> seconds,
      List<Double> weight,
      List<Double> others,
      List<Double> above,
      List<Double> rewardsMs) {
    public Course {
      seconds = List.copyOf(seconds);
      weight = List.copyOf(weight);
      others = List.copyOf(others);
      above = List.copyOf(above);
      rewardsMs = List.copyOf(rewardsMs);
    }
  }

  private DistalReward(Network network, String projection, String rewarding, long seed) {
    this.network = network;
    this.projection = projection;
    this.rewarding = rewarding;
    this.seed = seed;
  }

  /**
   * Rewards pairs of the two neurons of the projection's first synapse that leaves neuron 0.
   *
   * @param projection of plastic synapses within one population
   * @param rewarding population of {@code spike-list} neurons whose spikes release dopamine
   * @param seconds simulated time
   * @param stepMs step of the engine in ms
   * @throws UsageException where the projection does not learn, or neuron 0 reaches no other
   */
  public static Course pairs(
      Network network,
      String projection,
      String rewarding,
      long seed,
      double seconds,
      double stepMs,
      Progress progress) {
    return new DistalReward(network, projection, rewarding, seed)
        .run(seconds, stepMs, new TreeSet<>(), true, progress);
  }

  /**
   * The control: as many rewards as in another course, at times that have nothing to do with what
   * any neuron did.
   */
  public static Course byChance(
      Network network,
      String projection,
      String rewarding,
      long seed,
      double seconds,
      double stepMs,
      int rewards,
      Progress progress) {
    TreeSet<Double> times = new TreeSet<>();
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 1);
    while (times.size() < rewards) {
      times.add(EARLIEST_MS + Math.floor(draws.uniform() * (seconds * 1000 - EARLIEST_MS)));
    }
    return new DistalReward(network, projection, rewarding, seed)
        .run(seconds, stepMs, times, false, progress);
  }

  private Course run(
      double seconds, double stepMs, TreeSet<Double> rewards, boolean earned, Progress progress) {
    Projection p = network.projection(projection);
    Synapses synapses = Wiring.of(network, p);
    int chosen = chosen(synapses);
    Unit unit = Wiring.weightUnit(network, p);
    double[] weights = synapses.weight().clone();
    weights[chosen] = 0;
    Values listed = new Values.Listed(Numbers.of(weights), unit);
    Network prepared = network.with(List.of(), List.of(p.withWeights(listed)));
    SessionOptions options = SessionOptions.seeded(seed).withStepMs(stepMs);
    try (Session session = Engines.open(prepared, options)) {
      Recording first = recorded(session, p.from(), synapses.pre()[chosen]);
      Recording second = recorded(session, p.to(), synapses.post()[chosen]);
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      Capability.Plastic plastic =
          session
              .capability(Capability.Plastic.class)
              .orElseThrow(() ->
                  new UsageException("network '" + network.name() + "' has no plastic synapses"));
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 0);
      Weights watched = new Weights(plastic, projection, chosen);
      int seen = 0;
      for (double now = 0; now < seconds * 1000 && !progress.stopped(); now += CHUNK_MS) {
        release(session, rewards, now);
        timed.advance(CHUNK_MS);
        for (; earned && seen < second.size(); seen++) {
          double at = second.along(seen);
          if (follows(first, at)) {
            rewards.add(at + EARLIEST_MS + Math.ceil(SPREAD_MS * draws.uniform()));
          }
        }
        double then = (now + CHUNK_MS) / 1000;
        if (then % SAMPLE_S == 0) {
          watched.look(then);
        }
        progress.report(then / seconds, "rewarding");
      }
      return watched.course(rewards);
    }
  }

  private int chosen(Synapses synapses) {
    for (int k = 0; k < synapses.count(); k++) {
      if (synapses.pre()[k] == 0 && synapses.post()[k] != 0) {
        return k;
      }
    }
    throw new UsageException(
        "projections." + projection, "neuron 0 reaches no other neuron, so there is no pair");
  }

  private static Recording recorded(Session session, String population, int neuron) {
    Recording recording = new Recording();
    SiteRef site = SiteRef.parse(population + "[" + neuron + "].spikes");
    session.record(new Probe(site, 0), recording);
    return recording;
  }

  /** Whether the source fired less than {@link #WITHIN_MS} before. */
  private static boolean follows(Recording source, double at) {
    for (int k = source.size() - 1; k >= 0 && source.along(k) > at - WITHIN_MS; k--) {
      if (source.along(k) < at) {
        return true;
      }
    }
    return false;
  }

  /** Lets the rewarding neuron fire when dopamine is due within the next chunk. */
  private void release(Session session, TreeSet<Double> rewards, double now) {
    double[] due = rewards.subSet(now, now + CHUNK_MS).stream().mapToDouble(t -> t - now).toArray();
    session.present(new Stimulus.SpikeTrains(rewarding, List.of(Numbers.of(due))));
  }

  /** The weights as they are looked at. */
  private static final class Weights {
    private final Capability.Plastic plastic;
    private final String projection;
    private final int chosen;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> weight = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();
    private final List<Double> above = new ArrayList<>();

    Weights(Capability.Plastic plastic, String projection, int chosen) {
      this.plastic = plastic;
      this.projection = projection;
      this.chosen = chosen;
    }

    void look(double then) {
      double[] all = plastic.weights(projection);
      double sum = 0;
      int heavier = 0;
      for (int k = 0; k < all.length; k++) {
        sum += k == chosen ? 0 : all[k];
        heavier += k != chosen && all[k] >= all[chosen] ? 1 : 0;
      }
      seconds.add(then);
      weight.add(all[chosen]);
      others.add(sum / (all.length - 1));
      above.add((double) heavier / (all.length - 1));
    }

    Course course(TreeSet<Double> rewards) {
      return new Course(seconds, weight, others, above, List.copyOf(rewards));
    }
  }
}
