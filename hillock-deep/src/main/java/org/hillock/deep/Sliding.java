package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Numbers;
import org.hillock.core.wiring.Slide;

/**
 * A kernel that slides over a sheet.
 *
 * @param rule what it is
 * @param from shape of the source
 * @param to shape of the target
 * @param kernel [filter, channel of the group, row, column]
 */
record Sliding(
    Convolution rule,
    org.hillock.core.network.Shape from,
    org.hillock.core.network.Shape to,
    NDArray kernel)
    implements Weighing {

  /**
   * A convolution.
   *
   * @param weights [filter, row, column, channel of the group]
   */
  static Sliding of(
      Convolution rule,
      org.hillock.core.network.Shape from,
      org.hillock.core.network.Shape to,
      double[] weights,
      NDManager owner) {
    int channels = from.channels() / rule.groups();
    int cells = rule.height() * rule.width();
    float[] kernel = new float[weights.length];
    for (int k = 0; k < weights.length; k++) {
      kernel[place(k, cells, channels)] = (float) weights[k];
    }
    Shape shape = new Shape(to.channels(), channels, rule.height(), rule.width());
    return new Sliding(rule, from, to, Torch.create(owner, kernel, shape));
  }

  /** Where the k-th weight of a network's list stands in the tensor. */
  private static int place(int k, int cells, int channels) {
    int filter = k / (cells * channels);
    int cell = k / channels % cells;
    return (filter * channels + k % channels) * cells + cell;
  }

  @Override
  public NDArray of(NDArray heard) {
    NDArray sheets = Sheets.of(heard, from);
    NDArray padded = Sheets.padded(sheets, Slide.down(rule, from), Slide.along(rule, from), to, 0);
    NDArrayEx operations = padded.getNDArrayInternal();
    NDArray slid =
        operations
            .convolution(
                padded,
                kernel,
                null,
                new Shape(rule.stride().vertical(), rule.stride().horizontal()),
                new Shape(0, 0),
                new Shape(rule.dilation().vertical(), rule.dilation().horizontal()),
                rule.groups())
            .singletonOrThrow();
    return Sheets.flat(slid, to);
  }

  @Override
  public Optional<NDArray> weights() {
    return Optional.of(kernel);
  }

  @Override
  public double[] listed() {
    int channels = from.channels() / rule.groups();
    double[] learnt = Numbers.of(kernel.toFloatArray()).toArray();
    double[] listed = new double[learnt.length];
    for (int k = 0; k < listed.length; k++) {
      listed[k] = learnt[place(k, rule.height() * rule.width(), channels)];
    }
    return listed;
  }
}
