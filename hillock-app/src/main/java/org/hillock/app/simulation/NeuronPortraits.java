package org.hillock.app.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.TracesFigure;

/**
 * Pictures of what single neurons of a {@linkplain SmallNetwork small network} do: the first state
 * of a neuron of each population in time, all states that move of a neuron of each model, and,
 * where a population has a list of biases, what each bias brings about.
 */
final class NeuronPortraits {

  /** A trace, and the spikes of the same neuron where it makes some. */
  private record Shown(TraceWatch trace, Optional<TraceWatch> spikes) {}

  private final Map<Population, List<Shown>> shown = new LinkedHashMap<>();
  private final List<BiasWatch> curves = new ArrayList<>();

  /**
   * Begins to watch a session that stands at its reset.
   *
   * @param forMs how long it will run, ms
   */
  static NeuronPortraits watch(Session session, double forMs) {
    NeuronPortraits all = new NeuronPortraits();
    Network network = session.network();
    if (SmallNetwork.is(network)) {
      network.populations().values().forEach(p -> all.watch(session, p, forMs));
    }
    return all;
  }

  private void watch(Session session, Population population, double forMs) {
    NeuronModel.Variable main = SmallNetwork.main(population);
    boolean spikes = main.name().equals(Records.SPIKES);
    List<NeuronModel.Variable> variables =
        spikes
            ? SmallNetwork.states(population)
            : Stream.concat(Stream.of(main), SmallNetwork.states(population).stream()).toList();
    Optional<TraceWatch> marks = Optional.empty();
    if (spikes && !variables.isEmpty()) {
      marks = Optional.of(watch(session, new TraceWatch(population, main)));
    }
    List<Shown> traces = new ArrayList<>();
    for (NeuronModel.Variable variable : variables) {
      traces.add(new Shown(watch(session, new TraceWatch(population, variable)), marks));
    }
    if (!traces.isEmpty()) {
      shown.put(population, traces);
    }
    if (SmallNetwork.isLadder(population)) {
      BiasWatch curve = new BiasWatch(population, forMs / 2);
      session.record(new Probe(SiteRef.of(population.name(), main.name()), 0), curve);
      curves.add(curve);
    }
  }

  private static TraceWatch watch(Session session, TraceWatch watch) {
    session.record(new Probe(watch.site(), 0), watch);
    return watch;
  }

  /**
   * The pictures by the names of their files, without ending.
   *
   * @param forMs how long the session was to run, ms
   * @param simulatedMs how long it ran
   */
  Map<String, Drawable> figures(double forMs, double simulatedMs) {
    Map<String, Drawable> figures = new LinkedHashMap<>();
    if (simulatedMs > forMs / 2) {
      curves.forEach(c -> figures.put("bias-" + c.population().name(), c.figure(simulatedMs)));
    }
    if (!shown.isEmpty() && simulatedMs > 0) {
      List<Shown> first = shown.values().stream().map(List::getFirst).toList();
      figures.put("traces", traces("First state of each population", first, simulatedMs));
      models()
          .forEach((model, population) -> {
            List<Shown> all =
                shown.getOrDefault(population, List.of()).stream()
                    .filter(one -> one.trace().moves())
                    .toList();
            if (all.size() > 1) {
              figures.put("states-" + model, traces("States of " + model, all, simulatedMs));
            }
          });
    }
    return figures;
  }

  /** The population that shows all states of a model: the first, but a ladder before others. */
  private Map<String, Population> models() {
    Map<String, Population> models = new LinkedHashMap<>();
    shown.keySet().stream()
        .filter(SmallNetwork::isLadder)
        .forEach(p -> models.putIfAbsent(p.neuron(), p));
    shown.keySet().forEach(p -> models.putIfAbsent(p.neuron(), p));
    return models;
  }

  private static TracesFigure traces(String title, List<Shown> all, double simulatedMs) {
    double until =
        all.stream().mapToDouble(s -> s.trace().drawnUntilMs()).reduce(simulatedMs, Math::min);
    List<TracesFigure.Panel> panels = new ArrayList<>();
    for (Shown one : all) {
      double[] spikes = one.spikes().map(TraceWatch::timesMs).orElseGet(() -> new double[0]);
      panels.add(
          new TracesFigure.Panel(
              one.trace().name(),
              panels.size(),
              one.trace().timesMs(),
              one.trace().values(),
              spikes));
    }
    return new TracesFigure(title, panels, 0, until);
  }
}
