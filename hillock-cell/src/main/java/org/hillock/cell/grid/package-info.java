/**
 * Cells cut into compartments, as NEURON 8.2 cuts them, so that numbers can be compared one to one.
 *
 * <p>A section is cut into segments of equal length, with a node in the middle of each. Two more
 * nodes have no membrane: at the far end of every section, and at the beginning of the root. Start
 * at {@link org.hillock.cell.grid.GridBuilder}.
 */
@NullMarked
package org.hillock.cell.grid;

import org.jspecify.annotations.NullMarked;
