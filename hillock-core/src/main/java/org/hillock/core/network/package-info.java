/**
 * The description of a network: immutable, with units, checked; the same for both kinds of neuron.
 */
@NullMarked
package org.hillock.core.network;

import org.jspecify.annotations.NullMarked;
