/**
 * Cells with parts as they are described: their tree, what stands in their membranes, their ions.
 * Nothing here runs.
 */
@NullMarked
package org.hillock.core.cell;

import org.jspecify.annotations.NullMarked;
