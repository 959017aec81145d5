package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Philox;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Profile;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.Interventions;
import org.hillock.spiking.lowered.Stimuli;
import org.jspecify.annotations.Nullable;

/** A running {@link BlockProgram}. */
final class BlockSession implements Session, Capability.Timed, Capability.Profiled, StepLoop.Watch {

  private final BlockProgram program;
  private final String engine;
  private final long seed;
  private final FloatKernels kernels;
  private final List<Block> blocks;
  private final Interventions interventions;
  private final SegmentActs acts;
  private final SessionState state;
  private final Tally tally;
  private final Couplings couplings;
  private final BlockModulators modulators;
  private final BlockPlasticity plasticity;
  private final StepLoop loop;
  private final List<BlockRecorder> recorders = new ArrayList<>();
  private Set<String> lesioned = Set.of();
  private boolean begun;
  private boolean closed;

  BlockSession(
      BlockProgram program, String engine, long seed, FloatKernels kernels, List<Block> blocks) {
    this.program = program;
    this.engine = engine;
    this.seed = seed;
    this.kernels = kernels;
    this.blocks = blocks;
    Map<String, Effects> effects = new LinkedHashMap<>();
    program.populations.forEach(p -> effects.put(p.name(), new Effects(p.size())));
    acts = new SegmentActs(program, effects);
    state = new SessionState(program, blocks, effects, acts);
    tally = new Tally(program, blocks);
    couplings = new Couplings(program, effects);
    if (!program.couplings.isEmpty()) {
      blocks.forEach(block -> block.join(couplings));
    }
    modulators = new BlockModulators(program, blocks, couplings, tally);
    Map<String, Effects> acted = new LinkedHashMap<>(effects);
    acted.putAll(modulators.effects());
    interventions = new Interventions(program.network, program.grid, acted);
    loop = new StepLoop(program, blocks, this);
    plasticity = new BlockPlasticity(program, blocks, loop);
    reset(0);
  }

  @Override
  public Network network() {
    return program.network;
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public void present(Stimulus stimulus) {
    requireOpen();
    Population population = network().population(stimulus.population());
    int place = program.place(population.name());
    switch (stimulus) {
      case Stimulus.SpikeTrains trains when listed(place) instanceof SpikeSource.Listed list ->
          list.present(trains.timesMs(), loop.step());
      case Stimulus.Nothing _ when listed(place) instanceof SpikeSource.Listed list ->
          list.presentNothing();
      case Stimulus.Frames frames when isPoisson(place) ->
          shine(place, Optional.of(Stimuli.onlyRow(frames)));
      case Stimulus.Nothing _ when isPoisson(place) -> shine(place, Optional.empty());
      default -> throw Stimuli.cannotTake(population, stimulus);
    }
  }

  private @Nullable SpikeSource listed(int place) {
    return blocks.getFirst().sources[place];
  }

  private boolean isPoisson(int place) {
    return program.dynamics.get(place) instanceof Dynamics.Poisson;
  }

  /** Sets the rates of Poisson sources by a frame, or to 0. */
  private void shine(int place, Optional<float[]> row) {
    acts.present(place, row, loop.step());
    for (Block block : blocks) {
      if (block.sources[place] instanceof SpikeSource.Noise noise) {
        row.ifPresentOrElse(
            frame -> noise.present(frame, loop.step()), () -> noise.presentNothing(loop.step()));
      }
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
      modulators.record(probe, site, sink, engine);
      return;
    }
    int place = program.place(site.population().name());
    recorders.add(
        new BlockRecorder(probe, site, place, state, program.grid, sink, network().name(), engine));
  }

  @Override
  public void advance() {
    requireOpen();
    runTo(loop.step() + 1);
  }

  @Override
  public void advance(double durationMs) {
    requireOpen();
    long steps = program.grid.nearest("duration", durationMs);
    if (steps == Long.MAX_VALUE) {
      throw new UsageException("a network cannot be advanced for ever: duration " + durationMs);
    }
    runTo(loop.step() + steps);
  }

  private void runTo(long end) {
    while (loop.step() < end) {
      if (interventions.changeAt(loop.step())) {
        changeInterventions();
      }
      if (!begun) {
        begin();
      }
      loop.run(Math.min(end, interventions.nextChange(loop.step())), acts);
    }
  }

  private void changeInterventions() {
    interventions.refresh(loop.step());
    modulators.interventionsChanged(loop.step());
    Set<String> lesions = new TreeSet<>(interventions.lesioned());
    acts.change(loop.step(), lesions);
    couplings.lesion(lesions);
    lesions.removeIf(couplings::contain);
    lesions.removeIf(name -> program.terminals.stream().anyMatch(t -> t.projection().equals(name)));
    lesions.removeIf(name -> program.plastic.stream().anyMatch(p -> p.projection().equals(name)));
    lesions.removeIf(name -> program.driving.stream().anyMatch(d -> d.projection().equals(name)));
    if (!lesions.equals(lesioned)) {
      lesioned = lesions;
      replaceRows();
    }
  }

  /** Takes other rows where a projection is lesioned, and again all of them elsewhere. */
  private void replaceRows() {
    List<Map<Integer, Rows>> without = List.of();
    if (!lesioned.isEmpty()) {
      try (Workers workers = new Workers(program.threads)) {
        without = program.rows(workers, lesioned);
      }
    }
    for (Block block : blocks) {
      Map<Integer, Rows> rows = new LinkedHashMap<>();
      block.incoming.forEach((from, incoming) -> rows.put(from, incoming.whole()));
      if (!lesioned.isEmpty()) {
        rows.putAll(without.get(block.number));
      }
      block.replaceRows(rows, loop.step(), loop.epochEnd());
    }
  }

  /** What is listed for t_0 is on its way before the first step. */
  private void begin() {
    begun = true;
    for (int p = 0; p < program.populations.size(); p++) {
      SpikeSource source = blocks.getFirst().sources[p];
      if (source instanceof SpikeSource.Listed list) {
        FiredSpikes fired = new FiredSpikes();
        list.step(-1, 1, 0, fired);
        tally.atStart(p, fired.size());
        for (BlockRecorder recorder : recorders) {
          for (int k = 0; k < fired.size() && recorder.population() == p; k++) {
            recorder.start(fired.neuron(k));
          }
        }
        for (Block block : blocks) {
          block.start(p, fired, acts.silent(p), loop.epochEnd());
        }
      }
    }
  }

  @Override
  public long nextLook(long step) {
    long look = modulators.nextDue(step);
    for (BlockRecorder recorder : recorders) {
      look = Math.min(look, recorder.nextSample(step));
    }
    return look;
  }

  @Override
  public void see(StepLoop.Window window) {
    tally.see(window);
    modulators.see(window);
    if (recorders.isEmpty()) {
      return;
    }
    recorders.forEach(r -> r.gather(window));
    for (int s = 0; s < window.steps(); s++) {
      for (BlockRecorder recorder : recorders) {
        recorder.write(window, s);
      }
    }
  }

  @Override
  public double[][] read(Site site) {
    if (site.modulator().isPresent()) {
      return new double[][] {{modulators.value(site)}};
    }
    int place = program.place(site.population().name());
    double[] row = new double[site.neurons().size()];
    if (site.variable().name().equals("spikes")) {
      boolean[] fired = firedLast(place);
      for (int k = 0; k < row.length; k++) {
        row[k] = fired[site.neurons().get(k)] ? 1 : 0;
      }
    } else {
      for (int k = 0; k < row.length; k++) {
        row[k] = state.value(place, site.variable().name(), site.neurons().get(k), loop.step());
      }
    }
    return new double[][] {row};
  }

  private boolean[] firedLast(int place) {
    boolean[] fired = new boolean[program.populations.get(place).size()];
    long last = loop.step() - 1;
    if (last < 0) {
      return fired;
    }
    if (program.isDriving(place)) {
      state.drawn(place, last, 0, (_, i) -> fired[i] = true);
    } else {
      StepLoop.Window window = new StepLoop.Window(last, 1, loop.origin(), loop.lastParity());
      state.spikes(place, window, (s, i) -> fired[i] |= s == 0);
    }
    return fired;
  }

  @Override
  public void reset(long trial) {
    requireOpen();
    long trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
    loop.restart();
    tally.restart();
    acts.restart(trialSeed);
    blocks.forEach(b -> b.restart(trialSeed));
    interventions.restart();
    modulators.restart();
    begun = false;
  }

  @Override
  public double stepMs() {
    return program.grid.stepMs();
  }

  @Override
  public double timeMs() {
    return program.grid.timeMs(loop.step());
  }

  @Override
  public long synapticEvents() {
    return blocks.stream().mapToLong(b -> b.events(loop.step(), loop.epochEnd())).sum();
  }

  @Override
  public long updateTimes(String population) {
    int place = program.place(network().population(population).name());
    long[] more = new long[1];
    forThoseUnderWay(place, (step, made) -> more[0] += made > 0 ? 1 : 0);
    return tally.steps(place) + more[0];
  }

  @Override
  public long spikes(String population) {
    int place = program.place(network().population(population).name());
    long[] more = new long[1];
    forThoseUnderWay(place, (step, made) -> more[0] += made);
    return tally.spikes(place) + more[0];
  }

  private interface Made {
    void in(long step, int spikes);
  }

  /** Spikes of sources that drive are drawn when they arrive; these have not yet. */
  private void forThoseUnderWay(int place, Made taker) {
    if (!program.isDriving(place)) {
      return;
    }
    int delay = program.driving.get(state.firstDriving(place)).delay();
    for (long step = Math.max(0, loop.step() - 1 - delay); step < loop.step(); step++) {
      int[] made = new int[1];
      state.drawn(place, step, 0, (_, _) -> made[0]++);
      taker.in(step, made[0]);
    }
  }

  @Override
  public Profile profile() {
    return new Profile(
        program.threads,
        program.single ? kernels.vectorBits() : 0,
        blocks.stream().mapToLong(b -> b.updateNanos).sum() / 1e9,
        blocks.stream().mapToLong(b -> b.driveNanos).sum() / 1e9,
        blocks.stream().mapToLong(b -> b.deliverNanos).sum() / 1e9,
        loop.waitNanos() / 1e9,
        blocks.stream().mapToLong(b -> b.driveEvents).sum());
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    if (!program.plastic.isEmpty() && type.isInstance(plasticity)) {
      return Optional.of(type.cast(plasticity));
    }
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      recorders.forEach(BlockRecorder::close);
      modulators.close();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }
}
