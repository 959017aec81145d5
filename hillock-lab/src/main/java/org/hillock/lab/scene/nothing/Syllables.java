package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hillock.core.random.Draws;

/**
 * A rule that makes items, and the items that are stored. An item is a row of five syllables,
 * between pauses; each place has three of its own, 0, 1 and 2. The near rule: a syllable is
 * followed by the same number or the next one (after 2 comes 0). The far rule: the last number is
 * the first plus 2. Six items are stored, two for each beginning, that keep both rules and between
 * them use every step that the near rule allows exactly once.
 */
final class Syllables {

  static final int PLACES = 5;
  static final int CHOICES = 3;
  static final String PAUSE = "pause";

  private static final int[][] STEPS = {{0, 1, 0, 1}, {1, 0, 1, 0}};

  private Syllables() {}

  /** Names of all assemblies: the pause, then the syllables place by place. */
  static List<String> assemblies() {
    List<String> names = new ArrayList<>();
    names.add(PAUSE);
    for (int place = 0; place < PLACES; place++) {
      for (int choice = 0; choice < CHOICES; choice++) {
        names.add(name(place, choice));
      }
    }
    return names;
  }

  /** Such as {@code b1} for number 1 at the second place. */
  static String name(int place, int choice) {
    return (char) ('a' + place) + "" + choice;
  }

  /** The stored items. */
  static List<List<Integer>> stored() {
    List<List<Integer>> items = new ArrayList<>();
    for (int first = 0; first < CHOICES; first++) {
      for (int[] steps : STEPS) {
        List<Integer> item = new ArrayList<>(List.of(first));
        for (int step : steps) {
          item.add((item.getLast() + step) % CHOICES);
        }
        items.add(List.copyOf(item));
      }
    }
    return items;
  }

  /** An item as the episode in which it is learnt: a pause, its syllables, a pause. */
  static List<String> episode(List<Integer> item) {
    List<String> episode = new ArrayList<>();
    episode.add(PAUSE);
    for (int place = 0; place < PLACES; place++) {
      episode.add(name(place, item.get(place)));
    }
    episode.add(PAUSE);
    return episode;
  }

  /** The episodes of the control: at each place the syllables of the six are drawn anew. */
  static List<List<String>> scrambled(Draws draws) {
    List<List<Integer>> items = stored();
    int[][] columns = new int[PLACES][];
    for (int place = 0; place < PLACES; place++) {
      int at = place;
      columns[place] = items.stream().mapToInt(item -> item.get(at)).toArray();
      draws.shuffle(columns[place]);
    }
    List<List<String>> episodes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Integer> mixed = new ArrayList<>();
      for (int[] column : columns) {
        mixed.add(column[i]);
      }
      episodes.add(episode(mixed));
    }
    return episodes;
  }

  /** Whether each syllable may follow the one before. */
  static boolean near(List<Integer> item) {
    for (int k = 0; k + 1 < item.size(); k++) {
      if (Math.floorMod(item.get(k + 1) - item.get(k), CHOICES) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether last and first agree. */
  static boolean far(List<Integer> item) {
    return Math.floorMod(item.getLast() - item.getFirst(), CHOICES) == 2;
  }

  /** Places in which an item differs from the nearest of others. */
  static int distance(List<Integer> item, Collection<List<Integer>> others) {
    int least = PLACES;
    for (List<Integer> other : others) {
      int differ = 0;
      for (int k = 0; k < PLACES; k++) {
        differ += item.get(k).equals(other.get(k)) ? 0 : 1;
      }
      least = Math.min(least, differ);
    }
    return least;
  }

  /** All rows of one syllable for each place. */
  static List<List<Integer>> all() {
    List<List<Integer>> rows = List.of(List.of());
    for (int place = 0; place < PLACES; place++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> row : rows) {
        for (int choice = 0; choice < CHOICES; choice++) {
          List<Integer> one = new ArrayList<>(row);
          one.add(choice);
          longer.add(List.copyOf(one));
        }
      }
      rows = longer;
    }
    return rows;
  }

  /**
   * The whole rows among states that a network went through: five syllables, one of each place in
   * order, between two pauses.
   *
   * @param states numbers of assemblies, as {@link #assemblies} orders them
   */
  static List<List<Integer>> rows(List<Integer> states) {
    List<List<Integer>> rows = new ArrayList<>();
    int begin = -1;
    for (int k = 0; k < states.size(); k++) {
      if (states.get(k) != 0) {
        continue;
      }
      if (begin >= 0 && k - begin - 1 == PLACES) {
        List<Integer> row = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
          int state = states.get(begin + 1 + place) - 1;
          if (state / CHOICES == place) {
            row.add(state % CHOICES);
          }
        }
        if (row.size() == PLACES) {
          rows.add(List.copyOf(row));
        }
      }
      begin = k;
    }
    return rows;
  }

  /** Share of the steps between states that were in the episodes learnt from. */
  static double known(List<Integer> states, Set<Association> learnt) {
    List<String> names = assemblies();
    int right = 0;
    for (int k = 0; k + 1 < states.size(); k++) {
      Association step = new Association(names.get(states.get(k)), names.get(states.get(k + 1)));
      right += learnt.contains(step) ? 1 : 0;
    }
    return states.size() < 2 ? Double.NaN : (double) right / (states.size() - 1);
  }
}
