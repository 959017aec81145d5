/**
 * What stands in the membranes of a cell, as kernels: for each mechanism one program, which all the
 * places where it stands go through together.
 *
 * <p>Start at {@link org.hillock.cell.membrane.CellPlan}.
 */
@NullMarked
package org.hillock.cell.membrane;

import org.jspecify.annotations.NullMarked;
