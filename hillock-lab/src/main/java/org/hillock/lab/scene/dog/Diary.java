package org.hillock.lab.scene.dog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.bench.Cue;

/**
 * What happens to the network while it learns: episodes of two events, one after the other, or the
 * very same events each alone.
 */
final class Diary {

  /** Times that each episode is lived through. */
  static final int TIMES = 20;

  /** From one episode to the next: what the one left has faded when the next begins. */
  private static final double APART_MS = 400;

  private static final double PICTURE_MS = 60;
  private static final int BURST = 3;
  private static final double BETWEEN_MS = 10;
  private static final double JITTER_MS = 4;

  /** Dopamine comes after a feeling that is to be learnt. */
  private static final double REWARD_AFTER_MS = 80;

  /** In which order a life goes. */
  enum Life {
    /** First pictures and their names, then what is told of what has a name. */
    IN_TURN,
    /** All episodes mixed. */
    MIXED,
    /** The very same events, each alone. */
    ALONE
  }

  /**
   * Two events that follow each other.
   *
   * @param picture that comes first
   * @param first or what else comes first
   * @param second what follows
   * @param rewarded whether dopamine follows
   */
  record Episode(
      Optional<Drawing> picture, Optional<Group> first, Optional<Group> second, boolean rewarded) {
    private static Episode seen(Drawing picture, Group word) {
      return new Episode(Optional.of(picture), Optional.empty(), Optional.of(word), false);
    }

    private static Episode after(Group first, Group second, boolean rewarded) {
      return new Episode(Optional.empty(), Optional.of(first), Optional.of(second), rewarded);
    }
  }

  /** The dog is seen and named; all else is learnt of its name, or of the park. */
  static final List<Episode> EPISODES =
      List.of(
          Episode.seen(Drawing.DOG, Group.WORD_DOG),
          Episode.after(Group.WORD_DOG, Group.WORD_CAT, false),
          Episode.after(Group.WORD_DOG, Group.RUNS, false),
          Episode.after(Group.WORD_DOG, Group.PARK, false),
          Episode.after(Group.PARK, Group.JOY, true),
          // the same kinds of things, which the chain has no part in
          new Episode(Optional.of(Drawing.TABLE), Optional.empty(), Optional.empty(), false),
          Episode.after(Group.WORD_TREE, Group.SLEEPS, false),
          Episode.after(Group.KITCHEN, Group.FEAR, false));

  private final Map<String, List<List<Double>>> spikes = new TreeMap<>();
  private final List<Cue> pictures = new ArrayList<>();
  private final Draws draws;
  private double now = APART_MS;

  private Diary(Network network, long seed) {
    draws = new Draws(seed, Purpose.EXPERIMENT, 0);
    for (Group group : Group.values()) {
      spikes.computeIfAbsent(group.source(), s -> silent(network.population(s).size()));
    }
    spikes.put(DogNetwork.REWARD, silent(1));
    pictures.add(new Cue(0, new Stimulus.Nothing(DogNetwork.PICTURE)));
  }

  private static List<List<Double>> silent(int sources) {
    List<List<Double>> all = new ArrayList<>();
    for (int n = 0; n < sources; n++) {
      all.add(new ArrayList<>());
    }
    return all;
  }

  /**
   * What is written in it.
   *
   * @param cues in the order of time
   * @param lengthMs until it ends
   * @param events how often each thing happened, pictures and dopamine apart
   */
  record Pages(List<Cue> cues, double lengthMs, Map<Group, Integer> events) {}

  /**
   * Writes it.
   *
   * @param dopamine whether it is released
   */
  static Pages of(Network network, long seed, Life life, boolean dopamine) {
    Diary diary = new Diary(network, seed);
    Map<Group, Integer> events = new EnumMap<>(Group.class);
    List<Episode> all = new ArrayList<>();
    for (Episode episode : EPISODES) {
      for (int k = 0; k < TIMES; k++) {
        all.add(episode);
        episode.first().ifPresent(g -> events.merge(g, 1, Integer::sum));
        episode.second().ifPresent(g -> events.merge(g, 1, Integer::sum));
      }
    }
    switch (life) {
      case IN_TURN -> {
        diary.live(all.stream().filter(e -> e.picture().isPresent()).toList(), dopamine);
        diary.live(all.stream().filter(e -> e.picture().isEmpty()).toList(), dopamine);
      }
      case MIXED -> diary.live(all, dopamine);
      case ALONE -> diary.alone(all, dopamine);
    }
    return new Pages(diary.cues(), diary.now, events);
  }

  private void live(List<Episode> episodes, boolean dopamine) {
    shuffled(episodes).forEach(e -> live(e, dopamine));
  }

  private void live(Episode episode, boolean dopamine) {
    double second = now + BURST * BETWEEN_MS;
    if (episode.picture().isPresent()) {
      look(episode.picture().get());
      second = now + PICTURE_MS;
    }
    episode.first().ifPresent(g -> burst(g, now));
    if (episode.second().isPresent()) {
      burst(episode.second().get(), second);
    }
    if (episode.rewarded() && dopamine) {
      reward(second + REWARD_AFTER_MS);
    }
    now += APART_MS;
  }

  /** Every event apart from every other; dopamine as often as in episodes. */
  private void alone(List<Episode> all, boolean dopamine) {
    List<Runnable> events = new ArrayList<>();
    for (Episode e : all) {
      e.picture().ifPresent(p -> events.add(() -> look(p)));
      e.first().ifPresent(g -> events.add(() -> burst(g, now)));
      e.second().ifPresent(g -> events.add(() -> burst(g, now)));
      if (e.rewarded() && dopamine) {
        events.add(() -> reward(now));
      }
    }
    for (Runnable event : shuffled(events)) {
      event.run();
      now += APART_MS / 2;
    }
  }

  private <T> List<T> shuffled(List<T> all) {
    int[] order = new int[all.size()];
    Arrays.setAll(order, i -> i);
    draws.shuffle(order);
    return Arrays.stream(order).mapToObj(all::get).toList();
  }

  private void look(Drawing picture) {
    pictures.add(new Cue(now, Stimulus.frame(DogNetwork.PICTURE, picture.shown())));
    pictures.add(new Cue(now + PICTURE_MS, new Stimulus.Nothing(DogNetwork.PICTURE)));
  }

  /** A few spikes of every cell, none at quite the same time. */
  private void burst(Group group, double from) {
    List<List<Double>> sources = spikes.getOrDefault(group.source(), List.of());
    for (int cell : group.cells()) {
      for (int k = 0; k < BURST; k++) {
        double at = from + k * BETWEEN_MS + draws.uniform() * JITTER_MS;
        sources.get(cell).add((double) Math.round(at / DogNetwork.STEP_MS) * DogNetwork.STEP_MS);
      }
    }
  }

  private void reward(double at) {
    spikes.getOrDefault(DogNetwork.REWARD, List.of()).getFirst().add(at);
  }

  private List<Cue> cues() {
    List<Cue> cues = new ArrayList<>(pictures);
    spikes.forEach((source, trains) ->
        cues.add(
            new Cue(
                0, new Stimulus.SpikeTrains(source, trains.stream().map(Numbers::of).toList()))));
    return cues;
  }
}
