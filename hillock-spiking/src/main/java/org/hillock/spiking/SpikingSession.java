package org.hillock.spiking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Philox;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.Interventions;
import org.hillock.spiking.lowered.LevelRecorder;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.lowered.Stimuli;

/** A running {@link SpikingProgram}; the order of things in a step is told in the package. */
final class SpikingSession implements Session, Capability.Timed {

  private final SpikingProgram program;
  private final long seed;
  private final String engine;
  private final Map<String, PopulationState> populations = new LinkedHashMap<>();
  private final Map<String, Delivery> projections = new LinkedHashMap<>();

  /** The projections that leave each population. */
  private final Map<PopulationState, List<Delivery>> leaving = new LinkedHashMap<>();

  private final List<ProbeRecorder> recorders = new ArrayList<>();
  private final List<LevelRecorder> levelRecorders = new ArrayList<>();

  /** Those whose synapses change. */
  private final Map<String, PlasticDelivery> plastic = new LinkedHashMap<>();

  private final PlainPlasticity plasticity;
  private final Modulation modulation;
  private final Interventions interventions;
  private final PlainTerms terms;
  private long step;
  private long events;
  private boolean closed;

  SpikingSession(SpikingProgram program, String engine, long seed) {
    this.seed = seed;
    this.program = program;
    this.engine = engine;
    List<PopulationState> states = new ArrayList<>();
    for (SpikingProgram.LoweredPopulation lowered : program.populations()) {
      PopulationState state = PopulationState.of(lowered, program.grid(), seed);
      states.add(state);
      populations.put(lowered.name(), state);
      leaving.put(state, new ArrayList<>());
    }
    for (SpikingProgram.LoweredProjection lowered : program.projections()) {
      Delivery delivery = Delivery.of(lowered, states, program.grid().stepMs());
      projections.put(lowered.name(), delivery);
      if (delivery instanceof PlasticDelivery learns) {
        plastic.put(lowered.name(), learns);
      }
      leavingOf(states.get(lowered.from())).add(delivery);
    }
    plasticity = new PlainPlasticity(network(), plastic, () -> step);
    Map<String, Effects> effects = new LinkedHashMap<>();
    populations.forEach((name, state) -> effects.put(name, state.effects));
    modulation = new Modulation(network(), program.grid(), new StateActivity(populations));
    effects.putAll(modulation.effects());
    interventions = new Interventions(network(), program.grid(), effects);
    terms =
        new PlainTerms(network(), program.grid(), populations, projections, modulation, () -> step);
    reset(0);
  }

  @Override
  public Network network() {
    return program.network();
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public void present(Stimulus stimulus) {
    requireOpen();
    Population population = network().population(stimulus.population());
    PopulationState state = state(population.name());
    switch (stimulus) {
      case Stimulus.Frames frames when state instanceof InputState input ->
          input.present(Stimuli.onlyRow(frames));
      case Stimulus.Frames frames when state instanceof PoissonState sources ->
          sources.present(Stimuli.onlyRow(frames), step);
      case Stimulus.SpikeTrains trains when state instanceof SpikeListState list ->
          list.present(trains.timesMs(), step);
      case Stimulus.Nothing _ when state instanceof InputState input -> input.presentNothing();
      case Stimulus.Nothing _ when state instanceof SpikeListState list -> list.presentNothing();
      case Stimulus.Nothing _ when state instanceof PoissonState sources ->
          sources.presentNothing(step);
      default -> throw Stimuli.cannotTake(population, stimulus);
    }
  }

  @Override
  public void apply(Intervention intervention) {
    requireOpen();
    interventions.apply(intervention);
  }

  @Override
  public void clearInterventions() {
    interventions.clear();
  }

  @Override
  public Site bind(SiteRef ref) {
    return Site.find(network(), ref);
  }

  @Override
  public void record(Probe probe, RecordingSink sink) {
    requireOpen();
    Site site = bind(probe.site());
    if (site.modulator().isPresent()) {
      levelRecorders.add(
          new LevelRecorder(
              probe, site, modulation, program.grid(), sink, network().name(), engine));
      return;
    }
    PopulationState state = state(site.population().name());
    recorders.add(
        new ProbeRecorder(probe, site, state, program.grid(), sink, network().name(), engine));
  }

  @Override
  public void advance() {
    requireOpen();
    if (interventions.changeAt(step)) {
      refreshInterventions();
    }
    begin();
    terms.begin(step);
    for (Delivery delivery : projections.values()) {
      events += delivery.deliver(step);
    }
    for (PopulationState state : populations.values()) {
      if (state.step(step)) {
        state.noteUpdate();
      }
    }
    plastic.values().forEach(learns -> learns.finish(step));
    terms.end(step);
    step++;
    populations.values().forEach(state -> send(state, step));
    if (modulation.due(step)) {
      modulation.advance(step);
      heed();
    }
    for (LevelRecorder recorder : levelRecorders) {
      recorder.sample(step - 1, step);
    }
    for (ProbeRecorder recorder : recorders) {
      recorder.spikes(step);
      recorder.sample(step);
    }
  }

  private void heed() {
    terms.changed();
    populations.values().forEach(state -> state.heed(modulation));
    plastic.values().forEach(learns -> learns.heed(modulation));
  }

  private void refreshInterventions() {
    interventions.refresh(step);
    terms.changed();
    if (modulation.interventionsChanged(step)) {
      heed();
    }
    projections.forEach((name, d) -> d.lesion(interventions.lesioned().contains(name)));
    for (PopulationState state : populations.values()) {
      state.interventionsChanged();
    }
  }

  /** What happens at t_n itself: inputs change, and listed spikes of time 0 are made. */
  private void begin() {
    for (PopulationState state : populations.values()) {
      if (state.begin(step)) {
        state.noteUpdate();
      }
      if (state instanceof InputState || step == 0 && state instanceof SpikeListState) {
        send(state, step);
      }
    }
    if (step == 0) {
      recorders.forEach(recorder -> recorder.spikes(0));
    }
  }

  private void send(PopulationState state, long t) {
    if (state instanceof GradedState graded && !graded.takeDue()) {
      return;
    }
    for (Delivery delivery : leavingOf(state)) {
      delivery.send(t);
    }
  }

  @Override
  public double[][] read(Site site) {
    if (site.modulator().isPresent()) {
      return new double[][] {{modulation.value(site)}};
    }
    double[] values = state(site.population().name()).variable(site.variable().name());
    Indices neurons = site.neurons();
    double[] row = new double[neurons.size()];
    for (int k = 0; k < row.length; k++) {
      row[k] = values[neurons.get(k)];
    }
    return new double[][] {row};
  }

  @Override
  public void reset(long trial) {
    requireOpen();
    step = 0;
    events = 0;
    populations.values().forEach(state -> state.reset(trial));
    long trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
    projections.values().forEach(delivery -> delivery.reset(trialSeed));
    interventions.restart();
    modulation.restart();
    terms.restart();
    heed();
  }

  @Override
  public double stepMs() {
    return program.grid().stepMs();
  }

  @Override
  public double timeMs() {
    return program.grid().timeMs(step);
  }

  @Override
  public void advance(double durationMs) {
    long steps = program.grid().nearest("duration", durationMs);
    if (steps == Long.MAX_VALUE) {
      throw new UsageException("a network cannot be advanced for ever: duration " + durationMs);
    }
    for (long k = 0; k < steps; k++) {
      advance();
    }
  }

  @Override
  public long synapticEvents() {
    return events;
  }

  @Override
  public long updateTimes(String population) {
    return state(network().population(population).name()).updateTimes();
  }

  @Override
  public long spikes(String population) {
    return state(network().population(population).name()).spikesMade();
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    if (!plastic.isEmpty() && type.isInstance(plasticity)) {
      return Optional.of(type.cast(plasticity));
    }
    if (type.isInstance(terms)) {
      return Optional.of(type.cast(terms));
    }
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      recorders.forEach(ProbeRecorder::close);
      levelRecorders.forEach(LevelRecorder::close);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  private PopulationState state(String population) {
    return Objects.requireNonNull(populations.get(population));
  }

  private List<Delivery> leavingOf(PopulationState state) {
    return Objects.requireNonNull(leaving.get(state));
  }
}
