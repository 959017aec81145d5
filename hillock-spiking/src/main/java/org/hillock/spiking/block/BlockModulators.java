package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Site;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.LevelRecorder;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.modulation.Activity;

/** The modulators of a session: hear what blocks do and tell them their levels. */
final class BlockModulators implements Activity {

  private final BlockProgram program;
  private final List<Block> blocks;
  private final Couplings couplings;
  private final Tally tally;
  private final Modulation modulation;
  private final List<LevelRecorder> recorders = new ArrayList<>();

  BlockModulators(BlockProgram program, List<Block> blocks, Couplings couplings, Tally tally) {
    this.program = program;
    this.blocks = blocks;
    this.couplings = couplings;
    this.tally = tally;
    modulation = new Modulation(program.network, program.grid, this);
  }

  @Override
  public long spikes(String population) {
    return tally.spikes(program.place(population));
  }

  @Override
  public double meanValue(String population) {
    throw new IllegalArgumentException("population '" + population + "' has no values");
  }

  /** What interventions do to levels. */
  Map<String, Effects> effects() {
    return modulation.effects();
  }

  void restart() {
    modulation.restart();
    tell();
  }

  void interventionsChanged(long step) {
    if (modulation.interventionsChanged(step)) {
      tell();
    }
  }

  private void tell() {
    for (int p = 0; p < program.populations.size(); p++) {
      String name = program.populations.get(p).name();
      double[] globals =
          switch (program.dynamics.get(p)) {
            case Dynamics.Equations(var lowered) -> modulation.globals(name, lowered);
            case Dynamics.Parted(var cells) ->
                cells.ports().stream().mapToDouble(port -> modulation.gain(name, port)).toArray();
            default -> new double[0];
          };
      for (Block block : blocks) {
        block.heed(p, modulation.gain(name), globals);
      }
    }
    for (Block block : blocks) {
      for (PlasticInBlock synapses : block.plastic) {
        synapses.heed(modulation);
      }
    }
    for (Coupling c : program.couplings) {
      String name = program.populations.get(c.to()).name();
      couplings.heed(c.to(), c.port(), modulation.gain(name, c.port()));
    }
  }

  /** The first step after {@code step} before which levels change. */
  long nextDue(long step) {
    return modulation.nextDue(step);
  }

  /** All blocks have done a window, and its spikes are counted. */
  void see(StepLoop.Window window) {
    long end = window.step() + window.steps();
    recorders.forEach(r -> r.sample(window.step(), end - 1));
    if (modulation.due(end)) {
      modulation.advance(end);
      tell();
    }
    recorders.forEach(r -> r.sample(end - 1, end));
  }

  /** The value of a modulator's site now. */
  double value(Site site) {
    return modulation.value(site);
  }

  void record(Probe probe, Site site, RecordingSink sink, String engine) {
    recorders.add(
        new LevelRecorder(
            probe, site, modulation, program.grid, sink, program.network.name(), engine));
  }

  void close() {
    recorders.forEach(LevelRecorder::close);
  }
}
