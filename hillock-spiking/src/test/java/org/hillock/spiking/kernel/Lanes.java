package org.hillock.spiking.kernel;

/** Which kernels a benchmark measures. */
public enum Lanes {
  /** The vectors, whatever their width; they need the module {@code jdk.incubator.vector}. */
  VECTORS,
  /** The twin that works on one neuron at a time. */
  SCALAR;

  FloatKernels kernels() {
    return switch (this) {
      case VECTORS -> new VectorFloatKernels();
      case SCALAR -> new ScalarFloatKernels();
    };
  }

  HandWrittenKernels handWritten() {
    return switch (this) {
      case VECTORS -> new HandWrittenVectors();
      case SCALAR -> new HandWrittenScalars();
    };
  }
}
