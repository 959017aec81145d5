package org.hillock.spiking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.lowered.TimeGrid;
import org.hillock.spiking.terms.CutNeuron;
import org.hillock.spiking.terms.Ledger;
import org.hillock.spiking.terms.Surroundings;

/** Keeps what reaches neurons of a plain session, and cuts them out; see {@code terms}. */
final class PlainTerms implements Capability.Terms {

  private final Network network;
  private final TimeGrid grid;
  private final Map<String, PopulationState> populations;
  private final Map<String, Delivery> projections;
  private final Modulation modulation;
  private final LongSupplier step;

  /** By population and neuron the step from which on it is kept. */
  private final Map<String, Map<Integer, Long>> wanted = new LinkedHashMap<>();

  /** Those that have begun. */
  private final Map<String, Map<Integer, Ledger>> ledgers = new LinkedHashMap<>();

  private final Map<String, GainRule> gains = new HashMap<>();
  private final Map<String, double[]> resting = new HashMap<>();
  private boolean waiting;
  private boolean changed;

  PlainTerms(
      Network network,
      TimeGrid grid,
      Map<String, PopulationState> populations,
      Map<String, Delivery> projections,
      Modulation modulation,
      LongSupplier step) {
    this.network = network;
    this.grid = grid;
    this.populations = populations;
    this.projections = projections;
    this.modulation = modulation;
    this.step = step;
    for (String name : populations.keySet()) {
      gains.put(name, new GainRule(network, name));
    }
  }

  @Override
  public void keep(SiteRef neurons, double fromMs) {
    Site site = summing(neurons);
    explained(site);
    long from = grid.nearest("from", fromMs);
    if (from == Long.MAX_VALUE) {
      throw new UsageException("nothing is kept from " + fromMs + " ms on");
    }
    Map<Integer, Long> those =
        wanted.computeIfAbsent(site.population().name(), _ -> new LinkedHashMap<>());
    for (int neuron : site.neurons().toArray()) {
      those.merge(neuron, from, Math::min);
    }
    waiting = true;
  }

  /** A site of neurons that something sums up in. */
  private Site summing(SiteRef ref) {
    Site site = Site.find(network, ref);
    if (site.modulator().isPresent()) {
      throw new UsageException(
          "site '" + ref + "': a modulator is no neuron; what drives it stands in its description");
    }
    NeuronModel model = site.population().model();
    boolean remembers = model.equations().map(e -> !e.states().isEmpty()).orElse(false);
    if (!model.takesSynapses() && !remembers && model.cell().isEmpty()) {
      throw new UsageException(
          "site '"
              + ref
              + "': neurons of model '"
              + model.name()
              + "' take no synapses, so nothing sums up in them");
    }
    return site;
  }

  /** Which variable is explained where one is named: of an output what it is made of. */
  private static String explained(Site site) {
    NeuronModel model = site.population().model();
    String named = site.variable().name();
    if (model.cell().isPresent()) {
      return named.equals("spikes")
          ? model.cell().get().output().place() + ".v"
          : cellPotential(site, named);
    }
    if (model.equations().isEmpty()) {
      return "sum";
    }
    var equations = model.equations().get();
    boolean output = named.equals("spikes") || named.equals("value");
    if (!output) {
      return named;
    }
    List<String> states = equations.states().stream().map(s -> s.name()).toList();
    if (equations.output().isPresent()) {
      return states.contains(equations.output().get()) ? equations.output().get() : "value";
    }
    if (states.isEmpty()) {
      throw new UsageException(
          "site '"
              + site.ref()
              + "': neurons of model '"
              + model.name()
              + "' have no state that anything sums up in");
    }
    return states.contains("v") ? "v" : states.getFirst();
  }

  private static String cellPotential(Site site, String named) {
    if (!named.equals("v") && !named.endsWith(".v")) {
      throw new UsageException(
          "site '"
              + site.ref()
              + "': of a cell with parts the potential at a place is explained, such as soma(0.5).v");
    }
    return named;
  }

  /** Step {@code n} begins: its interventions hold, nothing has been delivered. */
  void begin(long n) {
    if (waiting) {
      open(n);
    }
    if (changed) {
      changed = false;
      ledgers.forEach((name, those) -> {
        Surroundings all = ofAll(name);
        those.forEach((neuron, ledger) -> ledger.surrounds(n, around(all, name, neuron)));
      });
    }
  }

  /** Step {@code n} is done. */
  void end(long n) {
    ledgers.forEach((name, those) -> {
      if (state(name) instanceof SpikingState spiking) {
        for (int k = 0; k < spiking.fired(); k++) {
          Ledger ledger = those.get(spiking.firedNeuron(k));
          if (ledger != null) {
            ledger.fires(n);
          }
        }
      }
    });
  }

  /** Levels of modulators or interventions may have changed. */
  void changed() {
    changed = true;
  }

  private void open(long n) {
    boolean left = false;
    for (Map.Entry<String, Map<Integer, Long>> population : wanted.entrySet()) {
      String name = population.getKey();
      Map<Integer, Ledger> those = ledgers.computeIfAbsent(name, _ -> new HashMap<>());
      for (Map.Entry<Integer, Long> neuron : population.getValue().entrySet()) {
        if (those.containsKey(neuron.getKey())) {
          continue;
        }
        if (neuron.getValue() > n) {
          left = true;
          continue;
        }
        those.put(neuron.getKey(), open(name, neuron.getKey(), n));
      }
    }
    waiting = left;
  }

  private Ledger open(String name, int neuron, long n) {
    PopulationState state = state(name);
    Ledger ledger =
        new Ledger(
            n,
            state.membrane(neuron, network, gainsOf(name)),
            Objects.requireNonNull(resting.get(name)));
    for (Projection p : network.into(name)) {
      ledger.add(Objects.requireNonNull(projections.get(p.name())).keep(neuron, n));
    }
    ledger.surrounds(n, around(ofAll(name), name, neuron));
    return ledger;
  }

  private GainRule gainsOf(String population) {
    return Objects.requireNonNull(gains.get(population));
  }

  private double[] levels(String population) {
    return gainsOf(population).modulators().stream().mapToDouble(modulation::level).toArray();
  }

  /** What stands around all neurons of a population alike. */
  private Surroundings ofAll(String name) {
    boolean acted = acted(state(name).effects);
    return new Surroundings(levels(name), false, Double.NaN, 0, acted, List.of());
  }

  private Surroundings around(Surroundings all, String name, int neuron) {
    Effects effects = state(name).effects;
    List<Surroundings.AtPlace> places = new ArrayList<>();
    effects.places.forEach((site, at) -> {
      double held = at.held[neuron] ? at.heldAt[neuron] : Double.NaN;
      places.add(new Surroundings.AtPlace(site, held, at.stimulus[neuron]));
    });
    return new Surroundings(
        all.levels(),
        effects.inputsSilent[neuron],
        effects.held[neuron] ? effects.heldAt[neuron] : Double.NaN,
        effects.stimulus[neuron],
        all.acted(),
        places);
  }

  private static boolean acted(Effects effects) {
    boolean any = !effects.places.isEmpty();
    for (int i = 0; i < effects.held.length; i++) {
      any |= effects.inputsSilent[i] || effects.held[i] || effects.stimulus[i] != 0;
    }
    return any;
  }

  /** Time has gone back to 0; levels are those of the start. */
  void restart() {
    ledgers.clear();
    projections.values().forEach(Delivery::forget);
    waiting = !wanted.isEmpty();
    for (String name : populations.keySet()) {
      resting.put(name, levels(name));
    }
  }

  @Override
  public IsolatedNeuron isolate(SiteRef neuron, int row) {
    Site site = summing(neuron);
    if (site.neurons().size() != 1) {
      throw new UsageException(
          "site '"
              + neuron
              + "' is of "
              + site.neurons().size()
              + " neurons, and one is cut out at a time: "
              + site.population().name()
              + "[0]");
    }
    if (row != 0) {
      throw new UsageException("row " + row + ": a network in time runs one input at a time");
    }
    String variable = explained(site);
    String name = site.population().name();
    int number = site.neurons().get(0);
    if (!wanted.getOrDefault(name, Map.of()).containsKey(number)) {
      throw new UsageException(
          "site '" + neuron + "': what reached this neuron was not kept; ask for that before");
    }
    Ledger ledger = ledgers.getOrDefault(name, Map.of()).get(number);
    if (ledger == null || ledger.begin() >= step.getAsLong()) {
      throw new UsageException(
          "site '" + neuron + "': nothing has run yet since what reaches it is kept");
    }
    SiteRef ref = SiteRef.of(name, new int[] {number}, variable);
    return new CutNeuron(
        ref,
        Site.find(network, ref).variable().unit(),
        ledger,
        step.getAsLong(),
        gainsOf(name).modulators(),
        grid::timeMs);
  }

  private PopulationState state(String population) {
    return Objects.requireNonNull(populations.get(population));
  }
}
