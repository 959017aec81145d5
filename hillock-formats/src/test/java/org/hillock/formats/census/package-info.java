/** Counts of files against counts done by hand. */
@NullMarked
package org.hillock.formats.census;

import org.jspecify.annotations.NullMarked;
