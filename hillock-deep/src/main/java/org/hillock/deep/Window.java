package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.wiring.PoolingWindow;
import org.hillock.core.wiring.Slide;

/**
 * A window that takes the largest or the mean of what it covers.
 *
 * @param rule what it is
 * @param from shape of the source
 * @param to shape of the target
 * @param shares what PyTorch's mean over the whole window is multiplied with, [1, target]: places
 *     at the rim have fewer numbers in theirs
 */
record Window(
    Pooling rule,
    org.hillock.core.network.Shape from,
    org.hillock.core.network.Shape to,
    NDArray shares)
    implements Weighing {

  static Window of(
      Pooling rule,
      org.hillock.core.network.Shape from,
      org.hillock.core.network.Shape to,
      NDManager owner) {
    PoolingWindow window = new PoolingWindow(rule, from, to);
    float[] shares = new float[to.size()];
    for (int post = 0; post < shares.length; post++) {
      shares[post] = (float) window.cells() / window.divisor(post);
    }
    return new Window(rule, from, to, Torch.row(owner, shares));
  }

  @Override
  public NDArray of(NDArray heard) {
    boolean largest = rule.kind() == Pooling.Kind.MAX;
    NDArray padded =
        Sheets.padded(
            Sheets.of(heard, from),
            Slide.down(rule, from),
            Slide.along(rule, from),
            to,
            largest ? Float.NEGATIVE_INFINITY : 0);
    Shape window = new Shape(rule.height(), rule.width());
    Shape stride = new Shape(rule.stride().vertical(), rule.stride().horizontal());
    Shape none = new Shape(0, 0);
    if (largest) {
      NDArray pooled = padded.getNDArrayInternal().maxPool(window, stride, none, false);
      return Sheets.flat(pooled, to);
    }
    NDArray pooled = padded.getNDArrayInternal().avgPool(window, stride, none, false, true);
    return Sheets.flat(pooled, to).mul(shares);
  }

  @Override
  public Optional<NDArray> weights() {
    return Optional.empty();
  }

  @Override
  public double[] listed() {
    return new double[0];
  }
}
