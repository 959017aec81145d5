/** Built-in entries against counts done by hand. */
@NullMarked
package org.hillock.lab.census;

import org.jspecify.annotations.NullMarked;
