/** Elements of graphs against what makes them. */
@NullMarked
package org.hillock.onnx.terms;

import org.jspecify.annotations.NullMarked;
