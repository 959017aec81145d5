package org.hillock.spiking.block;

/**
 * How many synapses of a row have at most some delay, by source neuron and delay: in 16 bits, or in
 * 32 where a row is longer than those can tell.
 *
 * @param width numbers for each source
 */
record RowEnds(char[] narrow, int[] wide, int width) {

  private static final int MOST_NARROW = Character.MAX_VALUE;

  /** Where all synapses have one delay. */
  static final RowEnds NONE = new RowEnds(new char[0], new int[0], 0);

  /** Ends that are 0 so far. */
  static RowEnds of(int sources, int longestDelay, int longestRow) {
    int count = Math.multiplyExact(sources, longestDelay + 1);
    boolean fit = longestRow <= MOST_NARROW;
    return new RowEnds(new char[fit ? count : 0], new int[fit ? 0 : count], longestDelay + 1);
  }

  /** Synapses of a source's row of at most that delay. */
  int at(int source, int delay) {
    int at = source * width + delay;
    return narrow.length > 0 ? narrow[at] : wide[at];
  }

  void set(int source, int delay, int end) {
    int at = source * width + delay;
    if (narrow.length > 0) {
      narrow[at] = (char) end;
    } else {
      wide[at] = end;
    }
  }

  /** Where there are none of a delay, as many as of the next shorter one. */
  void fill() {
    for (int at = 1; at < Math.max(narrow.length, wide.length); at++) {
      if (at % width == 0) {
        continue;
      }
      if (narrow.length > 0) {
        narrow[at] = narrow[at] == 0 ? narrow[at - 1] : narrow[at];
      } else {
        wide[at] = wide[at] == 0 ? wide[at - 1] : wide[at];
      }
    }
  }
}
