/**
 * The levels of a network's modulators at points of a clock: {@link
 * org.hillock.spiking.modulation.Levels}. What a point is, a moment of time or a pass, is for the
 * engine to say; how strongly levels act, and what hands may do to them, is the same for all.
 */
@NullMarked
package org.hillock.spiking.modulation;

import org.jspecify.annotations.NullMarked;
