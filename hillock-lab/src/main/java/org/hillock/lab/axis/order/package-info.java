/**
 * The same network updated all at once and one neuron at a time: {@link
 * org.hillock.lab.axis.order.RateUpdates} for numbers, {@link
 * org.hillock.lab.axis.order.JitteredDelays} for spikes.
 */
@NullMarked
package org.hillock.lab.axis.order;

import org.jspecify.annotations.NullMarked;
