package org.hillock.lab.comparison;

import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.learning.Schooling;

/**
 * A network that is made ready anew for each split.
 *
 * @param name short and unique in the comparison
 * @param kind of network, in a few words
 * @param description in a sentence or two
 * @param preparation how it is made ready
 * @param teaching how it learns
 * @param graph that is asked in place of a network; empty where a network is
 */
record Contestant(
    String name,
    String kind,
    String description,
    Preparation preparation,
    Teaching teaching,
    Optional<Respondent.AsItStands> graph) {

  Contestant(
      String name, String kind, String description, Preparation preparation, Teaching teaching) {
    this(name, kind, description, preparation, teaching, Optional.empty());
  }

  /** Who is asked when a network has been made ready. */
  Respondent asked(Network ready) {
    return graph.isPresent() ? graph.get() : new Respondent.Described(ready);
  }

  /** A graph that is run as it stands. */
  static Contestant asItStands(
      String name, String description, Respondent.AsItStands graph, String because) {
    return new Contestant(
        name,
        "graph, as it stands",
        description,
        (_, _, _, _) -> graph.network(),
        (_, _) -> new Schooling.Untaught(because),
        Optional.of(graph));
  }

  /** Makes a network ready to be asked. */
  interface Preparation {
    /**
     * Trains or converts, where that is needed.
     *
     * @param ready the contestants before this one, by name, as they are in this split
     */
    Network prepare(Split split, long seed, Map<String, Network> ready, Progress progress);
  }

  /** Says how a network learns. */
  interface Teaching {
    Schooling of(Split split, long seed);
  }

  /** Gives the lesson of a split. */
  interface Lessons {
    Lesson of(Split split, long seed);
  }

  /** One that learns in a lesson. */
  static Contestant taught(String name, String kind, String description, Lessons lessons) {
    return new Contestant(
        name,
        kind,
        description,
        (split, seed, _, progress) -> lessons.of(split, seed).learnt(progress),
        (split, seed) -> new Schooling.Taught(lessons.of(split, seed)));
  }

  /**
   * One that does not learn here.
   *
   * @param because why, a sentence that begins with this word
   */
  static Contestant untaught(
      String name, String kind, String description, Preparation preparation, String because) {
    return new Contestant(
        name, kind, description, preparation, (_, _) -> new Schooling.Untaught(because));
  }
}
