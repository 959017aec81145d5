/** Cells with parts against what NEURON converges to and against closed solutions. */
@NullMarked
package org.hillock.verify.cell;

import org.jspecify.annotations.NullMarked;
