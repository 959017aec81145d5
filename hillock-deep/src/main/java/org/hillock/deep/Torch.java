package org.hillock.deep;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.hillock.core.problem.FailureException;

/**
 * The one door to PyTorch.
 *
 * <p>It is loaded here and nowhere else, with one thread inside an operation and one between them,
 * because sums over several threads are added in no fixed order; with nothing looked up on the
 * network and nothing reported to anyone.
 */
final class Torch {

  private static final String NAME = "PyTorch";

  /** PyTorch's Java binding records gradients for one training at a time in a process. */
  private static final ReentrantLock GRADIENTS = new ReentrantLock();

  static {
    Map.of(
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1",
            "ai.djl.pytorch.graph_optimizer", "false",
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true")
        .forEach(System::setProperty);
  }

  private Torch() {}

  /**
   * A new owner of tensors on the CPU; closing it frees them.
   *
   * @throws FailureException where the native library cannot be loaded
   */
  static NDManager newManager() {
    try {
      NDManager manager = Engine.getEngine(NAME).newBaseManager(Device.cpu());
      stayOnThisThread();
      return manager;
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw new FailureException(
          "PyTorch's native library could not be loaded ("
              + e.getMessage()
              + "); it unpacks itself to ~/.djl.ai, which needs about 450 MB of free disk",
          e);
    }
  }

  /**
   * Keeps all operations that the calling thread will ask for on that thread.
   *
   * <p>OpenMP counts its threads for each calling thread anew: what the properties above set holds
   * only for the one that loaded the library, and on any other a sum would come out in other bits.
   */
  static void stayOnThisThread() {
    JniUtils.setNumThreads(1);
  }

  /**
   * A tensor of these numbers, in memory of PyTorch's own.
   *
   * <p>A tensor that lies on a Java buffer has whatever alignment the buffer has, and matrix
   * products may add in another order for another alignment.
   */
  static NDArray create(NDManager manager, float[] values, Shape shape) {
    try (NDArray borrowed = manager.create(values, shape)) {
      return borrowed.duplicate();
    }
  }

  /**
   * A number beside a tensor, freed with it, in memory of PyTorch's own: {@code
   * x.div(Torch.number(x, 2))}.
   *
   * <p>The operations of the binding that take a Java number, such as {@code x.div(2)}, lend it to
   * PyTorch in memory of Java's, and let go of that at once; a gradient that is computed later
   * reads it from there, whatever the garbage collector has made of it in between. No such
   * operation is used here.
   */
  static NDArray number(NDArray beside, double value) {
    return create(beside.getManager(), new float[] {(float) value}, new Shape());
  }

  /** A row that broadcasts over a batch: shape [1, n]. */
  static NDArray row(NDManager manager, float[] values) {
    return create(manager, values, new Shape(1, values.length));
  }

  /** Waits until no other training in this process records gradients, and keeps others waiting. */
  static void lockGradients() {
    GRADIENTS.lock();
  }

  static void unlockGradients() {
    GRADIENTS.unlock();
  }

  /** Records what is computed until it is closed; only under {@link #lockGradients()}. */
  static GradientCollector newCollector() {
    return Engine.getEngine(NAME).newGradientCollector();
  }
}
