package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** A part of every population, with all that arrives there; worked on by one thread at a time. */
final class Block {

  private final BlockProgram program;
  final int number;
  final Cells cells;
  private final Arrivals arrivals;

  /** By population; null for sources. */
  private final @Nullable Neurons[] neurons;

  /** By population and bin: at rest until something arrives. */
  private final boolean[][] resting;

  /** By population; null for neurons and for sources that drive. */
  final @Nullable SpikeSource[] sources;

  /** Spikes of this window and of the last one, by its parity and by population. */
  private final FiredSpikes[][] fired;

  final Map<Integer, Incoming> incoming = new LinkedHashMap<>();
  final List<Drive> drives = new ArrayList<>();
  private final List<Terminals.InBlock> terminals = new ArrayList<>();
  final List<PlasticInBlock> plastic = new ArrayList<>();

  /** Electrical synapses of the session, from when it is opened. */
  private @Nullable Couplings couplings;

  long driveEvents;
  long updateNanos;
  long driveNanos;
  long deliverNanos;

  Block(BlockProgram program, int number, FloatKernels kernels, Map<Integer, Rows> rows) {
    this.program = program;
    this.number = number;
    int populations = program.populations.size();
    cells =
        new Cells(program.epoch, program.layout.width()[number], program.single, program.sparse);
    int ports = program.layout.ports();
    arrivals = program.sparse ? Arrivals.ofBin(program.epoch, ports) : Arrivals.of(cells);
    neurons = new Neurons[populations];
    sources = new SpikeSource[populations];
    resting = new boolean[populations][];
    fired = new FiredSpikes[2][populations];
    for (int p = 0; p < populations; p++) {
      BlockLayout.Part part = program.layout.part(p, number);
      neurons[p] = NeuronsFactory.of(program, p, part, kernels);
      sources[p] = source(p, part, kernels);
      resting[p] = new boolean[(part.padded() + Bins.CELLS - 1) / Bins.CELLS];
      fired[0][p] = new FiredSpikes();
      fired[1][p] = new FiredSpikes();
    }
    rows.forEach((from, r) -> incoming.put(from, new Incoming(r, cells)));
    for (BlockProgram.Driving d : program.driving) {
      BlockLayout.Part part = program.layout.part(d.to(), number);
      drives.add(new Drive(d, kernels, part, program.window));
    }
    for (Terminals t : program.terminals) {
      BlockLayout.Part part = program.layout.part(t.to(), number);
      terminals.add(new Terminals.InBlock(t, part, program.grid.stepMs(), program.window));
    }
  }

  /** Lays out its plastic synapses. */
  void lay(List<PlasticInBlock> those) {
    plastic.addAll(those);
  }

  private @Nullable SpikeSource source(int p, BlockLayout.Part part, FloatKernels kernels) {
    return switch (program.dynamics.get(p)) {
      case Dynamics.Poisson noise when !program.isDriving(p) ->
          new SpikeSource.Noise(program.populations.get(p).name(), p, part, noise, kernels);
      case Dynamics.SpikeList list when part.count() > 0 -> {
        String name = program.populations.get(p).name();
        yield new SpikeSource.Listed(name, part.count(), program.grid, list.own());
      }
      default -> null;
    };
  }

  /** Joins it to others by electrical synapses. */
  void join(Couplings those) {
    couplings = those;
  }

  /** Back to the start of a trial. */
  void restart(long trialSeed) {
    cells.clear();
    incoming.values().forEach(Incoming::clear);
    terminals.forEach(t -> t.restart(trialSeed));
    plastic.forEach(PlasticInBlock::restart);
    for (int p = 0; p < neurons.length; p++) {
      Neurons those = neurons[p];
      if (those != null) {
        those.restart(trialSeed);
      }
      SpikeSource source = sources[p];
      if (source != null) {
        source.restart(trialSeed);
      }
      for (int bin = 0; bin < resting[p].length; bin++) {
        int from = bin * Bins.CELLS;
        int to = Math.min(program.layout.part(p, number).padded(), from + Bins.CELLS);
        resting[p][bin] = those != null && those.rests(from, to, 0);
      }
      fired[0][p].clear();
      fired[1][p].clear();
    }
    if (couplings != null) {
      couplings.publish(this, 0);
    }
    driveEvents = 0;
    updateNanos = 0;
    driveNanos = 0;
    deliverNanos = 0;
  }

  /**
   * Events that arrived since the reset.
   *
   * @param now first step that has not been done
   * @param limit first step after the epoch
   */
  long events(long now, long limit) {
    long events = driveEvents;
    for (Incoming in : incoming.values()) {
      events += in.events(now, limit);
    }
    return events;
  }

  /** The spikes of a population in the window of that parity. */
  FiredSpikes fired(int parity, int population) {
    return fired[parity][population];
  }

  /** The neurons of a population. */
  Neurons neurons(int population) {
    return Objects.requireNonNull(neurons[population]);
  }

  /** Levels of modulators changed: what they do to a population now. */
  void heed(int population, double gain, double[] globals) {
    Neurons those = neurons[population];
    if (those != null) {
      those.heed(gain, globals);
    }
  }

  /** Goes through the steps of a window. */
  void update(StepLoop.Window window, SegmentActs acts) {
    long began = System.nanoTime();
    for (int d = 0; d < drives.size(); d++) {
      for (int s = 0; s < window.steps(); s++) {
        long events = acts.draw(d, drives.get(d), window, s, cells);
        driveEvents += events;
      }
    }
    for (Terminals.InBlock t : terminals) {
      for (int s = 0; s < window.steps(); s++) {
        boolean lost = acts.isLesioned(t.projection());
        driveEvents += t.deliver(window.step() + s, cells, lost);
      }
    }
    long drawn = System.nanoTime();
    driveNanos += drawn - began;
    for (int p = 0; p < neurons.length; p++) {
      FiredSpikes spikes = fired[window.parity()][p];
      spikes.clear();
      Neurons those = neurons[p];
      if (those != null) {
        if (couplings != null) {
          driveEvents += couplings.flow(this, p, those, window.step());
        }
        if (isPlastic(p)) {
          updatePlastic(p, those, window, acts, spikes);
        } else {
          update(p, those, window, acts.of(p, number), spikes);
        }
      }
      SpikeSource source = sources[p];
      if (source != null) {
        source.step(window.step(), window.steps(), window.origin(), spikes);
      }
    }
    if (couplings != null) {
      couplings.publish(this, window.step() + window.steps());
    }
    updateNanos += System.nanoTime() - drawn;
  }

  private boolean isPlastic(int p) {
    for (int k = 0; k < plastic.size(); k++) {
      if (plastic.get(k).to() == p) {
        return true;
      }
    }
    return false;
  }

  /** One step after the other, for what fires changes what arrives in the next. */
  private void updatePlastic(
      int p, Neurons those, StepLoop.Window window, SegmentActs acts, FiredSpikes spikes) {
    for (int s = 0; s < window.steps(); s++) {
      StepLoop.Window one =
          new StepLoop.Window(window.step() + s, 1, window.origin(), window.parity());
      for (int k = 0; k < plastic.size(); k++) {
        PlasticInBlock synapses = plastic.get(k);
        if (synapses.to() == p) {
          driveEvents +=
              synapses.deliver(one.step(), cells, acts.isLesioned(synapses.projection()));
        }
      }
      int before = spikes.size();
      update(p, those, one, acts.of(p, number), spikes);
      for (int k = 0; k < plastic.size(); k++) {
        if (plastic.get(k).to() == p) {
          plastic.get(k).finish(one.step(), spikes, before);
        }
      }
    }
  }

  private void update(
      int p, Neurons those, StepLoop.Window window, @Nullable Acts acts, FiredSpikes spikes) {
    BlockLayout.Part part = program.layout.part(p, number);
    boolean settles = Settling.after(window.step() + window.steps() - 1);
    if (cells.bins == null) {
      arrivals.look(cells.base(window.step()) + part.cell(), part.padded());
      those.step(arrivals, window.span(0, part.padded(), arrivals.stride), spikes, acts);
      if (settles) {
        those.settle(0, part.padded());
      }
      return;
    }
    for (int from = 0; from < part.used(); from += Bins.CELLS) {
      int to = Math.min(part.used(), from + Bins.CELLS);
      boolean arrived = gather(cells.bins, part, from, window);
      if (arrived || acts != null || !resting[p][from / Bins.CELLS]) {
        those.step(arrivals, window.span(from, to, arrivals.stride), spikes, acts);
        if (settles) {
          those.settle(from, to);
        }
        resting[p][from / Bins.CELLS] =
            settles && those.rests(from, to, window.relative(window.steps()));
      }
    }
  }

  /** Adds up what arrives at the neurons of a bin; whether anything does. */
  private boolean gather(Bins bins, BlockLayout.Part part, int from, StepLoop.Window window) {
    boolean any = false;
    arrivals.look(-from, program.epoch * Bins.CELLS);
    Objects.requireNonNull(arrivals.reached).clear();
    for (int port = 0; port < part.ports(); port++) {
      int cell = part.cell() + port * part.padded() + from;
      if (!bins.empty(cell)) {
        bins.spill(cell, cells.row(window.step()), window.steps(), arrivals, port);
        any = true;
      }
    }
    return any;
  }

  /**
   * Takes in the spikes that all blocks made in a window, and delivers what arrives before {@code
   * limit}.
   *
   * @param newEpoch whether the window ended an epoch, so that older spikes go on as well
   */
  void take(
      List<Block> all, StepLoop.Window window, SegmentActs acts, long limit, boolean newEpoch) {
    long began = System.nanoTime();
    long now = window.step() + window.steps();
    if (newEpoch) {
      incoming.values().forEach(i -> i.turn(now));
    }
    incoming.forEach((from, i) -> {
      boolean[] silent = acts.silent(from);
      for (Block block : all) {
        int first = program.layout.part(from, block.number).start();
        i.admit(block.fired(window.parity(), from), first, silent, window.origin(), limit);
      }
    });
    for (Terminals.InBlock t : terminals) {
      boolean[] silent = acts.silent(t.from());
      for (Block block : all) {
        int first = program.layout.part(t.from(), block.number).start();
        release(t, block.fired(window.parity(), t.from()), first, silent, window.origin());
      }
    }
    for (PlasticInBlock synapses : plastic) {
      boolean[] silent = acts.silent(synapses.from());
      for (Block block : all) {
        int first = program.layout.part(synapses.from(), block.number).start();
        FiredSpikes spikes = block.fired(window.parity(), synapses.from());
        synapses.admit(spikes, first, silent, window.origin());
      }
    }
    deliverNanos += System.nanoTime() - began;
  }

  /** Spikes of a source in one step are one for a terminal. */
  private static void release(
      Terminals.InBlock t, FiredSpikes spikes, int first, boolean[] silent, long origin) {
    for (int k = 0; k < spikes.size(); k++) {
      int source = first + spikes.neuron(k);
      boolean again =
          k > 0 && spikes.neuron(k - 1) == spikes.neuron(k) && spikes.step(k - 1) == spikes.step(k);
      if (!again && !(silent.length > 0 && silent[source])) {
        t.spike(source, origin + spikes.step(k) + 1);
      }
    }
  }

  /** Spikes of time 0, before the first step. */
  void start(int from, FiredSpikes spikes, boolean[] silent, long limit) {
    Incoming those = incoming.get(from);
    if (those != null) {
      those.admit(spikes, 0, silent, 0, limit);
    }
    for (Terminals.InBlock t : terminals) {
      if (t.from() == from) {
        release(t, spikes, 0, silent, 0);
      }
    }
    for (PlasticInBlock synapses : plastic) {
      if (synapses.from() == from) {
        synapses.admit(spikes, 0, silent, 0);
      }
    }
  }

  /** From now on through other rows; what was laid out for later is laid out anew. */
  void replaceRows(Map<Integer, Rows> rows, long now, long limit) {
    cells.clear();
    rows.forEach((from, r) -> Objects.requireNonNull(incoming.get(from)).replace(r, now, limit));
  }

  /** Takes steps off all counters. */
  void rebase(int steps) {
    for (Neurons those : neurons) {
      if (those != null) {
        those.rebase(steps);
      }
    }
  }
}
