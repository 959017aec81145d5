package org.hillock.core.wiring;

import java.util.function.Consumer;

/**
 * The ends of a projection's synapses, to be drawn in parts: several workers may draw different
 * parts at a time, and all parts in turn give all synapses in the order of their numbers.
 */
public interface Edges {

  /** What the parts are cut from: synapses, or targets where a rule draws by target. */
  long units();

  /**
   * Draws the synapses of the units {@code from} to {@code to - 1}, in the order of their numbers.
   *
   * @param taker that is given them
   */
  void draw(long from, long to, Consumer<EdgeBatch> taker);
}
