/** Cells cut into compartments. */
@NullMarked
package org.hillock.cell.grid;

import org.jspecify.annotations.NullMarked;
