/** One run of a network: what it records, counts, draws and says. */
@NullMarked
package org.hillock.app.simulation;

import org.jspecify.annotations.NullMarked;
