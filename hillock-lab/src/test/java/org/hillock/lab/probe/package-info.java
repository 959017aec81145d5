/** Asking networks from outside, against what is known. */
@NullMarked
package org.hillock.lab.probe;

import org.jspecify.annotations.NullMarked;
