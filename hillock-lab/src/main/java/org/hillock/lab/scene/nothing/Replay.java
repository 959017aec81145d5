package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;

/**
 * What a network that has learnt items goes through when nothing comes in but its own noise.
 *
 * @param states assemblies that led, in order
 * @param known share of the steps between them that were learnt
 * @param rows whole rows between two pauses
 */
record Replay(List<Integer> states, double known, List<List<Integer>> rows, Picture.Spikes raster) {

  private static final double RASTER_FROM_MS = 1000;
  private static final double RASTER_TO_MS = 4000;

  /** Address of the draws that mix the control's episodes. */
  private static final long SCRAMBLING = 4711;

  /**
   * Leaves a network alone that has learnt episodes.
   *
   * @param lengthMs at least 4000
   */
  static Replay of(
      Collection<? extends List<String>> episodes, long seed, double lengthMs, Progress progress) {
    List<String> names = Syllables.assemblies();
    Set<Association> learnt = Association.learntFrom(episodes);
    try (Observed network = new Observed(Assemblies.network("replay", names, learnt, true), seed)) {
      network.run(0, lengthMs, List.of(), progress);
      List<Integer> states = network.train(names, 0, lengthMs).states();
      return new Replay(
          states, Syllables.known(states, learnt), Syllables.rows(states), raster(network, names));
    }
  }

  /** The episodes of the stored items. */
  static List<List<String>> stored() {
    return Syllables.stored().stream().map(Syllables::episode).toList();
  }

  /** Those of the control. */
  static List<List<String>> scrambled(long seed) {
    return Syllables.scrambled(new Draws(seed, Purpose.EXPERIMENT, SCRAMBLING));
  }

  /**
   * The noise ball: the largest distance from an item at which noise alone takes a network that
   * knows this item and no other, over all rows that it goes through.
   *
   * @param radius in places; all of them where it went through no row
   * @param rows how many
   */
  record Ball(int radius, int rows) {

    /** Measures it. */
    static Ball of(long seed, double lengthMs, Progress progress) {
      List<Integer> item = Syllables.stored().getFirst();
      List<List<Integer>> rows =
          Replay.of(List.of(Syllables.episode(item)), seed, lengthMs, progress).rows();
      int radius =
          rows.stream()
              .mapToInt(row -> Syllables.distance(row, List.of(item)))
              .max()
              .orElse(Syllables.PLACES);
      return new Ball(radius, rows.size());
    }
  }

  /** Rows farther than that from every stored item. */
  List<List<Integer>> newBeyond(double ball) {
    return rows.stream().filter(r -> Syllables.distance(r, Syllables.stored()) > ball).toList();
  }

  /**
   * Share of rows that keep a rule among all that chance could make: rows of one syllable for each
   * place beyond the ball. It is a strict chance: it knows the places already.
   */
  static double chanceNear(double ball) {
    List<List<Integer>> all = beyond(ball);
    return (double) all.stream().filter(Syllables::near).count() / all.size();
  }

  /** The same for the far rule among those that keep the near one. */
  static double chanceFar(double ball) {
    List<List<Integer>> near = beyond(ball).stream().filter(Syllables::near).toList();
    return (double) near.stream().filter(Syllables::far).count() / near.size();
  }

  private static List<List<Integer>> beyond(double ball) {
    return Syllables.all().stream()
        .filter(r -> Syllables.distance(r, Syllables.stored()) > ball)
        .toList();
  }

  private static Picture.Spikes raster(Observed network, List<String> names) {
    List<Picture.Lane> lanes = new ArrayList<>();
    for (String name : names) {
      Observed.Spikes own = network.of(name);
      List<Integer> shown = new ArrayList<>();
      for (int k = 0; k < own.count(); k++) {
        if (own.timeMs(k) >= RASTER_FROM_MS && own.timeMs(k) < RASTER_TO_MS) {
          shown.add(k);
        }
      }
      lanes.add(
          new Picture.Lane(
              name.equals(Syllables.PAUSE) ? Label.key(name) : Label.literal(name),
              Assemblies.CELLS,
              shown.stream().mapToDouble(own::timeMs).toArray(),
              shown.stream().mapToInt(own::cell).toArray()));
    }
    return new Picture.Spikes("replay", lanes, RASTER_FROM_MS, RASTER_TO_MS);
  }
}
