/**
 * Axon terminals while they run: an action potential arrives, calcium comes in, vesicles go out.
 * What a terminal is stands in {@code org.hillock.core.cell.Release}.
 */
@NullMarked
package org.hillock.spiking.release;

import org.jspecify.annotations.NullMarked;
