/** Addressed random numbers: every draw is a function of seed, purpose, index and step. */
@NullMarked
package org.hillock.core.random;

import org.jspecify.annotations.NullMarked;
