/**
 * The bench: runs that can be repeated, sites found by pattern, role or query, and what was done to
 * them. Start with {@link org.hillock.lab.bench.Experiment}.
 *
 * <p>Knows sessions and what they declare that they can do, and no engine.
 */
@NullMarked
package org.hillock.lab.bench;

import org.jspecify.annotations.NullMarked;
