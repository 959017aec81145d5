package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.lab.activity.Runaway;
import org.hillock.lab.activity.RunawayGuard;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.jspecify.annotations.Nullable;

/** Populations above a limit that lie on a loop of excitation, as {@link RunawayGuard} has it. */
final class RunawayCheck implements Check {

  private static final String RATE = "mean rate over " + (int) RunawayGuard.WINDOW_MS + " ms";
  private static final double[] FACTORS = {0.5, 0.25, 0.1};

  /** Of the whole network, looked for once. */
  private @Nullable Optional<Runaway> seen;

  @Override
  public Sign sign() {
    return Sign.RUNAWAY;
  }

  @Override
  public void look(Watched watched, Population p, Chart chart) {
    if (watched.network().isEmpty() || watched.activity().spikes(p.name()).isEmpty()) {
      chart.impossible(
          sign(), p.name(), "only spikes in a described network can be followed round a loop");
      return;
    }
    if (watched.run().length() < RunawayGuard.WINDOW_MS) {
      chart.impossible(
          sign(),
          p.name(),
          "the run is shorter than "
              + (int) RunawayGuard.WINDOW_MS
              + " ms: give it more with --for");
      return;
    }
    Optional<Runaway> runaway = seen == null ? guarded(watched.run()) : seen;
    seen = runaway;
    double rate =
        runaway.stream()
            .flatMap(r -> r.populations().stream())
            .filter(r -> r.population().equals(p.name()))
            .mapToDouble(Runaway.Rate::hz)
            .findFirst()
            .orElseGet(
                () -> org.hillock.lab.analysis.Moments.mean(watched.activity().levels(p.name())));
    Evidence evidence = Evidence.of(RATE, rate, "Hz", RunawayGuard.STANDARD_LIMIT_HZ, true);
    boolean concerned =
        runaway.stream()
            .flatMap(r -> r.populations().stream())
            .anyMatch(r -> r.population().equals(p.name()));
    chart.measured(sign(), p.name(), evidence);
    if (concerned) {
      Runaway found = runaway.orElseThrow();
      chart.found(
          Finding.ofAll(
              sign(),
              p.name(),
              p.size(),
              evidence,
              "driven by the loop "
                  + found.loop().told()
                  + ", after "
                  + Numbered.of(found.timeMs())
                  + " ms",
              tried(watched, p, found, rate)));
    }
  }

  private static Optional<Runaway> guarded(Experiment run) {
    Network network = run.subject().described().orElseThrow();
    try (Session session = run.open()) {
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      RunawayGuard guard = new RunawayGuard(network, RunawayGuard.STANDARD_LIMIT_HZ);
      Optional<Runaway> runaway = Optional.empty();
      double now = 0;
      while (runaway.isEmpty() && now < run.length()) {
        double next = Math.min(run.length(), now + RunawayGuard.LOOK_EVERY_MS);
        run.play(session, now, next);
        now = next;
        runaway = guard.look(timed);
      }
      return runaway;
    }
  }

  /** Weakens the loop until nothing runs away. */
  private static List<Remedy> tried(Watched watched, Population p, Runaway found, double before) {
    Network network = watched.network().orElseThrow();
    List<String> loop = found.loop().populations();
    List<Projection> links = new ArrayList<>();
    for (int k = 0; k < loop.size(); k++) {
      String from = loop.get(k);
      String to = loop.get((k + 1) % loop.size());
      network.into(to).stream().filter(q -> q.from().equals(from)).forEach(links::add);
    }
    List<String> names = links.stream().map(Projection::name).toList();
    List<Remedy> all = new ArrayList<>();
    for (double factor : FACTORS) {
      List<Projection> weaker =
          links.stream().map(l -> l.withWeights(l.weights().times(factor))).toList();
      Experiment run = watched.run().on(Openable.of(network.with(List.of(), weaker)));
      boolean calm = guarded(run).isEmpty();
      double after =
          org.hillock.lab.analysis.Moments.mean(
              org.hillock.lab.bench.Activity.of(run).levels(p.name()));
      all.add(
          new Remedy(
              "weights of " + String.join(", ", names) + " × " + Numbered.of(factor),
              RATE,
              before,
              after,
              "Hz",
              calm,
              ""));
      if (calm) {
        break;
      }
    }
    return all;
  }
}
