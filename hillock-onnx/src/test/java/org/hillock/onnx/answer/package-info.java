/** Graphs that answer as they stand: doors, units, sessions. */
@NullMarked
package org.hillock.onnx.answer;

import org.jspecify.annotations.NullMarked;
