/** Graphs that are asked as they stand, on all axes. */
@NullMarked
package org.hillock.verify.graph;

import org.jspecify.annotations.NullMarked;
