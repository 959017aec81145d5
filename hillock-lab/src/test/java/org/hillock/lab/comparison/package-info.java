/** Whole comparisons on small made-up images. */
@NullMarked
package org.hillock.lab.comparison;

import org.jspecify.annotations.NullMarked;
