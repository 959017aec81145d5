/**
 * What can be told of a foreign graph that is run as it stands: which values are made of which, and
 * how much is counted in it. Start with {@link org.hillock.core.dataflow.Dataflow}. Sees nothing
 * else of Hillock.
 */
@NullMarked
package org.hillock.core.dataflow;

import org.jspecify.annotations.NullMarked;
