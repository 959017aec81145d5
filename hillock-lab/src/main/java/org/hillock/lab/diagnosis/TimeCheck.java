package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Intervention;
import org.hillock.lab.analysis.Moments;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.SpikeTrains;

/**
 * What two findings about time share: they are measured on spikes against surrogates, and their
 * cause is the projection without which they are gone.
 */
abstract class TimeCheck implements Check {

  private static final int LEAST_NEURONS = 5;
  private static final int LEAST_SPIKES = 50;
  private static final double LEAST_MS = 200;

  /** Below this share of its rate a population counts as fallen silent. */
  private static final double FALLEN = 0.2;

  @Override
  public void look(Watched watched, Population p, Chart chart) {
    if (watched.activity().spikes(p.name()).isEmpty()) {
      chart.impossible(sign(), p.name(), "it does not speak in spikes in time");
      return;
    }
    if (watched.toMs() - watched.fromMs() < LEAST_MS) {
      chart.impossible(
          sign(),
          p.name(),
          "the run is too short: "
              + Numbered.of(LEAST_MS)
              + " ms beyond the first fifth are needed, see --for");
      return;
    }
    if (p.size() < LEAST_NEURONS) {
      chart.impossible(
          sign(), p.name(), "fewer than " + LEAST_NEURONS + " neurons share nothing that counts");
      return;
    }
    SpikeTrains trains = watched.late(watched.activity(), p.name());
    if (trains.count() < LEAST_SPIKES) {
      chart.impossible(
          sign(), p.name(), "only " + trains.count() + " spikes; " + LEAST_SPIKES + " are needed");
      return;
    }
    Evidence evidence = measure(watched, trains);
    chart.measured(sign(), p.name(), evidence);
    if (evidence.isFinding()) {
      List<Remedy> tried = tried(watched, p, evidence);
      chart.found(
          Finding.ofAll(
              sign(), p.name(), p.size(), evidence, cause(watched, p, evidence, tried), tried));
    }
  }

  /** The measure with its limit from surrogates. */
  abstract Evidence measure(Watched watched, SpikeTrains trains);

  /** The same measure of another run, without new surrogates; not a number where it fell silent. */
  abstract double again(Watched watched, SpikeTrains trains, Evidence before);

  /** What is known of it without a change to the network. */
  abstract String known(Watched watched, Population p, Evidence evidence);

  private String cause(Watched watched, Population p, Evidence evidence, List<Remedy> tried) {
    String known = known(watched, p, evidence);
    Optional<Remedy> carrier =
        tried.stream().filter(Remedy::helps).min(Comparator.comparingDouble(Remedy::after));
    String through =
        carrier
            .map(r -> "; it is gone " + r.change())
            .orElse("; no single projection onto it or from it carries it alone");
    return known + (tried.isEmpty() ? "" : through);
  }

  /** Cuts, one by one, what reaches it and what it sends. */
  private List<Remedy> tried(Watched watched, Population p, Evidence evidence) {
    List<Remedy> all = new ArrayList<>();
    Optional<Network> network = watched.network();
    if (network.isEmpty()) {
      return all;
    }
    List<Projection> near = new ArrayList<>(network.get().into(p.name()));
    network.get().outOf(p.name()).stream().filter(q -> !near.contains(q)).forEach(near::add);
    double rate = Moments.mean(watched.activity().levels(p.name()));
    for (Projection projection : near) {
      Activity without =
          watched.with(new Intervention.Lesion(projection.name(), Intervention.Window.ALWAYS));
      double left = Moments.mean(without.levels(p.name()));
      double after = again(watched, watched.late(without, p.name()), evidence);
      boolean fallen = left < FALLEN * rate || Double.isNaN(after);
      all.add(
          new Remedy(
              "without projection " + projection.name(),
              evidence.measure(),
              evidence.value(),
              after,
              evidence.unit(),
              !fallen && after < evidence.limit(),
              fallen
                  ? "but it falls from " + Numbered.of(rate) + " to " + Numbered.of(left) + " Hz"
                  : ""));
    }
    return all;
  }
}
