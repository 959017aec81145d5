/** Figures of the literature that the software states, each with its source. */
@NullMarked
package org.hillock.core.facts;

import org.jspecify.annotations.NullMarked;
