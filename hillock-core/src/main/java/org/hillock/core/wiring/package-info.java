/** From a rule to its synapses: connectivity, weights and delays drawn from the seed. */
@NullMarked
package org.hillock.core.wiring;

import org.jspecify.annotations.NullMarked;
