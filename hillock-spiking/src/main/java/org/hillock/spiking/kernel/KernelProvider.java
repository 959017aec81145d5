package org.hillock.spiking.kernel;

/** Chooses the kernels that this machine can run. */
public final class KernelProvider {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** Narrower vectors gain nothing over one neuron at a time. */
  private static final int LEAST_BITS = 128;

  private KernelProvider() {}

  /** The scalar twins. */
  public static FloatKernels scalar() {
    return new ScalarFloatKernels();
  }

  /**
   * The fastest there are: vectors where the JVM was started with the module {@code
   * jdk.incubator.vector} and the processor has registers for them.
   */
  public static FloatKernels fastest() {
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
      return scalar();
    }
    FloatKernels vectors = new VectorFloatKernels();
    boolean fit = vectors.vectorBits() <= FloatKernels.LANES * Float.SIZE;
    return fit && vectors.vectorBits() > LEAST_BITS ? vectors : scalar();
  }
}
