/**
 * From a cause forwards: what it changes, through which synapses, and which neurons carry the
 * change to a target. Start with {@link org.hillock.lab.trace.Tracing}.
 */
@NullMarked
package org.hillock.lab.trace;

import org.jspecify.annotations.NullMarked;
