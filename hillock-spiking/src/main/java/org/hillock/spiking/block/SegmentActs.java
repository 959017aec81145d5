package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.random.Philox;
import org.hillock.core.random.PoissonTable;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.PoissonSources;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.SourceRates;
import org.jspecify.annotations.Nullable;

/** What interventions do, looked up once for each segment of steps in which it does not change. */
final class SegmentActs {

  private final BlockProgram program;
  private final Map<String, Effects> effects;

  /** By population and block; null where nothing acts on it. */
  private final @Nullable Acts[][] acts;

  private final boolean[][] silent;
  private final boolean[] lesioned;

  /** Names of lesioned projections. */
  private Set<String> lost = Set.of();

  private final List<SilenceHistory> history = new ArrayList<>();
  private final List<SourceRates> rates = new ArrayList<>();
  private final List<PoissonTable> tables = new ArrayList<>();
  private final List<PoissonSources> sources = new ArrayList<>();

  SegmentActs(BlockProgram program, Map<String, Effects> effects) {
    this.program = program;
    this.effects = effects;
    acts = new Acts[program.populations.size()][program.layout.blocks()];
    silent = new boolean[program.populations.size()][0];
    lesioned = new boolean[program.driving.size()];
    for (BlockProgram.Driving d : program.driving) {
      history.add(new SilenceHistory());
      Dynamics.Poisson noise = (Dynamics.Poisson) program.dynamics.get(d.from());
      tables.add(PoissonTable.of(noise.meanPerStep()[0]));
      String name = program.populations.get(d.from()).name();
      rates.add(new SourceRates(name, noise.meanPerStep()));
    }
  }

  /** A trial begins. */
  void restart(long trialSeed) {
    sources.clear();
    for (int d = 0; d < tables.size(); d++) {
      int place = program.driving.get(d).from();
      sources.add(PoissonSources.of(trialSeed, place, tables.get(d)));
    }
    history.forEach(SilenceHistory::clear);
    rates.forEach(SourceRates::restart);
  }

  /** Interventions changed with the beginning of a step. */
  void change(long step, Set<String> lesions) {
    lost = Set.copyOf(lesions);
    for (int p = 0; p < acts.length; p++) {
      String name = program.populations.get(p).name();
      Effects effect = Objects.requireNonNull(effects.get(name));
      silent[p] = any(effect.outputsSilent) ? effect.outputsSilent.clone() : SilenceHistory.NONE;
      boolean acted = any(effect.inputsSilent) || any(effect.held) || anyStimulus(effect);
      acted |= !effect.places.isEmpty();
      for (int b = 0; b < acts[p].length; b++) {
        acts[p][b] = acted ? acts(p, b, effect) : null;
      }
    }
    for (int d = 0; d < lesioned.length; d++) {
      lesioned[d] = lesions.contains(program.driving.get(d).projection());
      history.get(d).since(step, silent[program.driving.get(d).from()]);
    }
  }

  private @Nullable Acts acts(int p, int block, Effects effect) {
    BlockLayout.Part part = program.layout.part(p, block);
    return switch (program.dynamics.get(p)) {
      case Dynamics.Equations(var lowered) -> {
        double[] settled = lowered.everySettled();
        double[] push = new double[settled.length];
        lowered.twoModes().ifPresent(modes -> Arrays.fill(push, modes.push()));
        yield acts(part, effect, settled, push, lowered.width() == 1);
      }
      case Dynamics.Parted _ -> effect.ofParted(part.start(), part.count());
      default -> null;
    };
  }

  private static Acts acts(
      BlockLayout.Part part, Effects effect, double[] settled, double[] push, boolean uniform) {
    Lanes lanes = new Lanes(part, uniform);
    return new Acts(
        part.start(),
        part.count(),
        effect.inputsSilent,
        effect.held,
        effect.heldAt,
        effect.stimulus,
        lanes.doubles(settled),
        lanes.doubles(push));
  }

  private static boolean any(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyStimulus(Effects effect) {
    for (double amount : effect.stimulus) {
      if (amount != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether what arrives along a projection is lost. */
  boolean isLesioned(String projection) {
    return lost.contains(projection);
  }

  /** What is done to the neurons of a population in a block; null where nothing. */
  @Nullable Acts of(int population, int block) {
    return acts[population][block];
  }

  /** By neuron whether what it sends is withheld; empty where nothing is. */
  boolean[] silent(int population) {
    return silent[population];
  }

  /** Draws what a drive brings in the {@code s}-th step of a window. */
  long draw(int number, Drive drive, StepLoop.Window window, int s, Cells cells) {
    long emission = program.driving.get(number).emission(window.step() + s);
    boolean[] withheld = history.get(number).at(emission);
    SourceRates shown = rates.get(number);
    PoissonTable[] varied = shown.anyShown() ? shown.at(emission) : Drive.ALIKE;
    return drive.draw(sources.get(number), window, s, cells, withheld, lesioned[number], varied);
  }

  /** How often source {@code i} of a driving projection fires in a step. */
  int count(int number, int i, long step) {
    PoissonSources those = sources.get(number);
    return rates
        .get(number)
        .at(step)[i]
        .count(Philox.sourceWord(those.seed(), those.place(), i, step));
  }

  /**
   * Presents a frame, or nothing, on sources that drive.
   *
   * @param row one number for each source; empty for nothing
   * @param step from which on
   */
  void present(int population, Optional<float[]> row, long step) {
    for (int d = 0; d < rates.size(); d++) {
      BlockProgram.Driving driving = program.driving.get(d);
      if (driving.from() == population) {
        // what arrives in a step was sent so much earlier, and may still be asked for
        int remembered = driving.delay() + 2;
        SourceRates those = rates.get(d);
        row.ifPresentOrElse(
            frame -> those.present(frame, step, remembered),
            () -> those.presentNothing(step, remembered));
      }
    }
  }
}
