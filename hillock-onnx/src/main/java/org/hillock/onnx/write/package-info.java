/**
 * From a {@link org.hillock.core.network.Network} of rate neurons to an ONNX file that others run.
 *
 * <p>Start at {@link org.hillock.onnx.write.OnnxExport}. A sheet of neurons [height, width,
 * channels] becomes a value [batch, channels, height, width], as ONNX has it; weights are laid out
 * anew for that.
 */
@NullMarked
package org.hillock.onnx.write;

import org.jspecify.annotations.NullMarked;
