package org.hillock.spiking.plasticity;

import java.util.Arrays;

/** Numbers of neurons by the step in which something of theirs comes, round and round. */
final class Calendar {

  private final Day[] days;

  /** A calendar of so many steps. */
  Calendar(int steps) {
    days = new Day[steps];
    Arrays.setAll(days, _ -> new Day());
  }

  /** The neurons of one step, in the order in which they were noted. */
  static final class Day {
    private int[] neuron = new int[4];
    private int size;

    int size() {
      return size;
    }

    int get(int k) {
      return neuron[k];
    }

    void clear() {
      size = 0;
    }
  }

  Day day(long step) {
    return days[(int) (step % days.length)];
  }

  void add(long step, int neuron) {
    Day day = day(step);
    if (day.size == day.neuron.length) {
      day.neuron = Arrays.copyOf(day.neuron, 2 * day.size);
    }
    day.neuron[day.size++] = neuron;
  }

  void clear() {
    for (Day day : days) {
      day.clear();
    }
  }
}
