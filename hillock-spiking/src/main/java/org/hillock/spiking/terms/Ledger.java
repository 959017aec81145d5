package org.hillock.spiking.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that reached one neuron from a step on, and what it did. */
public final class Ledger {

  private final long begin;
  private final Membrane membrane;
  private final double[] restingLevels;
  private final List<Lane> lanes = new ArrayList<>();

  /** When something else stands around it, and what. */
  private final List<Long> turn = new ArrayList<>();

  private final List<Surroundings> around = new ArrayList<>();
  private long[] fired = new long[16];
  private int spikes;

  /**
   * Nothing has reached it yet.
   *
   * @param begin first step that is kept
   * @param membrane as it stands at its beginning
   * @param restingLevels of the modulators that act on it, at the start of the run
   */
  public Ledger(long begin, Membrane membrane, double[] restingLevels) {
    this.begin = begin;
    this.membrane = membrane;
    this.restingLevels = restingLevels;
  }

  /** Adds a projection, in the order of the network. */
  public void add(Lane lane) {
    lanes.add(lane);
  }

  /** What stands around it from step {@code n} on. */
  public void surrounds(long n, Surroundings now) {
    if (around.isEmpty() || !around.getLast().alike(now)) {
      turn.add(n);
      around.add(now);
    }
  }

  /** It fired at the end of step {@code n}. */
  public void fires(long n) {
    if (spikes == fired.length) {
      fired = Arrays.copyOf(fired, 2 * spikes);
    }
    fired[spikes++] = n;
  }

  /** First step that is kept. */
  public long begin() {
    return begin;
  }

  Membrane membrane() {
    return membrane;
  }

  double[] restingLevels() {
    return restingLevels;
  }

  List<Lane> lanes() {
    return lanes;
  }

  /** How many stretches of steps there are with the same surroundings in each. */
  int stretches(long end) {
    int count = turn.size();
    while (count > 0 && turn.get(count - 1) >= end) {
      count--;
    }
    return count;
  }

  long stretchFrom(int stretch) {
    return turn.get(stretch);
  }

  Surroundings stretch(int stretch) {
    return around.get(stretch);
  }

  /** The stretch that a step belongs to. */
  int stretchOf(long n) {
    int low = 0;
    int high = turn.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (turn.get(middle) <= n) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  boolean fired(long n) {
    return Arrays.binarySearch(fired, 0, spikes, n) >= 0;
  }
}
