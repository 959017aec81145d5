package org.hillock.spiking.block;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which sources were silenced in the steps that what arrives now was sent in. */
final class SilenceHistory {

  /** As {@link #at}, where none is. */
  static final boolean[] NONE = new boolean[0];

  private final Deque<Since> latestFirst = new ArrayDeque<>();

  private record Since(long step, boolean[] silent) {}

  /** From a step on, these are silenced; an empty array means none. */
  void since(long step, boolean[] silent) {
    boolean unchanged = latestFirst.isEmpty() && silent.length == 0;
    if (!unchanged) {
      latestFirst.addFirst(new Since(step, silent));
    }
  }

  /** By source, whether it was silenced in a step. */
  boolean[] at(long step) {
    for (Since one : latestFirst) {
      if (one.step <= step) {
        return one.silent;
      }
    }
    return NONE;
  }

  void clear() {
    latestFirst.clear();
  }
}
