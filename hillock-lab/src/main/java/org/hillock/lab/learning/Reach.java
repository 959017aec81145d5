package org.hillock.lab.learning;

/**
 * How far something reached.
 *
 * @param counted synapses that could tell
 * @param changed those whose update changed
 * @param medianChange by how much, relative to the larger of the two updates: 0..2, over those that
 *     changed; 0 where none did
 */
public record Reach(long counted, long changed, double medianChange) {

  /** Share that changed, 0..1; 0 where none could tell. */
  public double share() {
    return counted == 0 ? 0 : (double) changed / counted;
  }
}
