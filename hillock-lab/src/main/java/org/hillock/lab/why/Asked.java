package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.jspecify.annotations.Nullable;

/** A neuron that is being asked; what is found is filled in, and read when all are done. */
final class Asked {

  /** Which neuron, when: nobody is asked twice. */
  record Key(String neuron, long thousandths) {}

  final SiteRef site;
  final String population;
  final int neuron;
  final double moment;
  final int depth;
  final Map<Integer, Asked> children = new HashMap<>();
  final Map<Integer, String> ends = new HashMap<>();

  private @Nullable Found found;
  String refused = "";

  /** What an isolated neuron told, kept when its session has gone on. */
  record Found(
      SiteRef site,
      double atMs,
      double fromMs,
      boolean spiking,
      double value,
      String unit,
      double output,
      Optional<Double> threshold,
      Shares shares,
      Optional<WhyNot> whyNot) {

    static Found of(
        IsolatedNeuron n, double fromMs, boolean spiking, Shares shares, Optional<WhyNot> whyNot) {
      return new Found(
          n.site(),
          n.atMs(),
          fromMs,
          spiking,
          n.value(),
          n.unit(),
          n.output(),
          n.threshold(),
          shares,
          whyNot);
    }
  }

  /**
   * To be asked.
   *
   * @param moment ms or passes
   * @param depth of its level, the first is 1
   */
  Asked(SiteRef site, String population, int neuron, double moment, int depth) {
    this.site = site;
    this.population = population;
    this.neuron = neuron;
    this.moment = moment;
    this.depth = depth;
  }

  Key key() {
    // microseconds tell all steps apart
    return new Key(
        population + "[" + neuron + "]" + site.variable().filter(v -> !plain(v)).orElse(""),
        Math.round(moment * 1e6));
  }

  /** Whether a variable asks for nothing else than the neuron's own sum. */
  private static boolean plain(String variable) {
    return variable.equals(SpikeLog.SPIKES)
        || variable.equals("value")
        || variable.equals("sum")
        || variable.equals("v");
  }

  void fill(Found what) {
    found = what;
  }

  Optional<Found> found() {
    return Optional.ofNullable(found);
  }

  /** What came of it and of all behind it; empty where nothing was found. */
  Optional<Explanation> told(boolean timed) {
    return found().map(f -> told(f, timed));
  }

  private Explanation told(Found f, boolean timed) {
    List<Cause> causes = new ArrayList<>();
    for (int i = 0; i < f.shares().causes().size(); i++) {
      Cause c = f.shares().causes().get(i);
      Optional<Asked> child = Optional.ofNullable(children.get(i));
      String end = child.map(a -> a.refused).orElse(ends.getOrDefault(i, ""));
      causes.add(
          new Cause(
              c.term(),
              c.count(),
              c.contribution(),
              c.error(),
              child.flatMap(a -> a.told(timed)),
              end));
    }
    double residual = f.value();
    for (Cause c : causes) {
      residual -= c.contribution();
    }
    return new Explanation(
        f.site(),
        f.atMs(),
        timed ? 0 : Math.round(moment),
        f.fromMs(),
        f.value(),
        f.unit(),
        f.output(),
        f.spiking(),
        f.threshold(),
        f.shares().additive(),
        f.shares().method(),
        f.shares().plays(),
        causes,
        residual,
        f.whyNot());
  }
}
