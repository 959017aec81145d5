package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.training.Progress;

/**
 * Associative inference (after Preston, Shrager, Dudukovic and Gabrieli 2004, doi
 * 10.1002/hipo.20009): A goes with B and B goes with C, in different episodes; A and C were never
 * shown together. A is shown, then nothing: the cells of which C fire most from then on?
 *
 * @param right trials in which it was the one that goes with the same B
 * @param trials all
 */
record Inference(int right, int trials) {

  /** Triples, and so Cs to choose from. */
  static final int TRIPLES = 6;

  private static final int ROUNDS = 2;
  private static final double SHOWN_MS = 150;

  /** A, B and C each last some 200 ms. */
  private static final double WATCHED_MS = 600;

  /**
   * Asks a network.
   *
   * @param bridged whether the C of each triple was learnt with the B that its A was learnt with;
   *     else with a stranger, D, so that as much was learnt but nothing joins A and C
   */
  static Inference of(boolean bridged, long seed, Progress progress) {
    List<List<String>> episodes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (int i = 0; i < TRIPLES; i++) {
      String middle = "b" + i;
      String bridge = bridged ? middle : "d" + i;
      names.addAll(List.of("a" + i, middle));
      if (!bridged) {
        names.add(bridge);
      }
      last.add("c" + i);
      episodes.add(List.of("a" + i, middle));
      episodes.add(List.of(bridge, "c" + i));
    }
    names.addAll(last);
    int right = 0;
    try (Observed network =
        new Observed(
            Assemblies.network("inference", names, Association.learntFrom(episodes), true), seed)) {
      for (int trial = 0; trial < TRIPLES * ROUNDS; trial++) {
        int asked = trial % TRIPLES;
        network.run(
            trial,
            SHOWN_MS + WATCHED_MS,
            List.of(Observed.shown("a" + asked, Assemblies.CELLS, 0, SHOWN_MS)),
            progress);
        right += most(network) == asked ? 1 : 0;
      }
    }
    return new Inference(right, TRIPLES * ROUNDS);
  }

  /** The C whose cells fired most since the A was taken away; the first of equals. */
  private static int most(Observed network) {
    int most = 0;
    long largest = -1;
    for (int c = 0; c < TRIPLES; c++) {
      long spikes = network.of("c" + c).within(SHOWN_MS, SHOWN_MS + WATCHED_MS);
      if (spikes > largest) {
        largest = spikes;
        most = c;
      }
    }
    return most;
  }

  double share() {
    return (double) right / trials;
  }

  /** How likely guessing one of the Cs is right so often. */
  double byChance() {
    return BinomialTail.atLeast(right, trials, 1.0 / TRIPLES);
  }
}
