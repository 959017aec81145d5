package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.core.session.Intervention;
import org.hillock.core.training.Progress;

/**
 * What the spiking network does when nothing comes in, with noise of its own and without, with its
 * circles of synapses and with these cut.
 *
 * @param lastsMs without noise: time from the end of the cue to the last spike, at most 2000
 * @param cutLastsMs the same with the synapses between excitatory cells cut
 * @param neverShown without noise and without ever a cue: spikes of excitatory cells
 * @param led with noise, never any input: share of the time in which one assembly leads
 * @param cutLed the same, cut
 * @param hz with noise, never any input: rate of an excitatory cell
 * @param cutHz the same, cut
 */
record Afterwards(
    double lastsMs,
    double cutLastsMs,
    double neverShown,
    double led,
    double cutLed,
    double hz,
    double cutHz) {

  static final double WATCHED_MS = 2000;
  private static final double SHOWN_FROM_MS = 100;
  private static final double SHOWN_TO_MS = 200;

  static Afterwards of(long seed, Progress progress) {
    List<String> names = Syllables.assemblies();
    Set<Association> learnt = Association.learntFrom(Replay.stored());
    Intervention cue =
        Observed.shown(Syllables.PAUSE, Assemblies.CELLS, SHOWN_FROM_MS, SHOWN_TO_MS);
    double[] lasts = new double[2];
    double never;
    try (Observed still = new Observed(Assemblies.network("still", names, learnt, false), seed)) {
      for (int cut = 0; cut < 2; cut++) {
        List<Intervention> done = new ArrayList<>(cut == 1 ? still.cut() : List.of());
        done.add(cue);
        still.run(0, SHOWN_TO_MS + WATCHED_MS, done, progress);
        lasts[cut] = Math.max(0, still.lastMs() - SHOWN_TO_MS);
      }
      still.run(0, WATCHED_MS, List.of(), progress);
      never = still.excitatory(0, WATCHED_MS);
    }
    double[] led = new double[2];
    double[] hz = new double[2];
    try (Observed noisy = new Observed(Assemblies.network("noisy", names, learnt, true), seed)) {
      for (int cut = 0; cut < 2; cut++) {
        noisy.run(0, WATCHED_MS, cut == 1 ? noisy.cut() : List.of(), progress);
        led[cut] = noisy.train(names, 0, WATCHED_MS).led();
        hz[cut] =
            noisy.excitatory(0, WATCHED_MS) / (names.size() * Assemblies.CELLS * WATCHED_MS / 1000);
      }
    }
    return new Afterwards(lasts[0], lasts[1], never, led[0], led[1], hz[0], hz[1]);
  }
}
