/** Counts against counts done by hand. */
@NullMarked
package org.hillock.core.census;

import org.jspecify.annotations.NullMarked;
