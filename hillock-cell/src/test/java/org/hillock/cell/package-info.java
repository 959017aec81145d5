/** Tests of cells with parts. */
@NullMarked
package org.hillock.cell;

import org.jspecify.annotations.NullMarked;
