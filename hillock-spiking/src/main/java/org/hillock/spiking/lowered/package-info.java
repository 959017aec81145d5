/**
 * What both spiking engines share: a network's parameters lowered to the numbers that a step needs,
 * on a grid of steps. Start at {@link org.hillock.spiking.lowered.Dynamics}.
 */
@NullMarked
package org.hillock.spiking.lowered;

import org.jspecify.annotations.NullMarked;
