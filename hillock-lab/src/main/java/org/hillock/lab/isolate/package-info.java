/**
 * A neuron cut out of its network and tested by itself: its recorded inputs are played to it again,
 * and swept one by one. Start with {@link org.hillock.lab.isolate.Isolate}.
 */
@NullMarked
package org.hillock.lab.isolate;

import org.jspecify.annotations.NullMarked;
