/** Graphs against counts done by hand. */
@NullMarked
package org.hillock.onnx.census;

import org.jspecify.annotations.NullMarked;
