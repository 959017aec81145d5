package org.hillock.formats.census;

import org.hillock.core.census.WeightSigns;
import org.hillock.formats.safetensors.Tensor;

/** How many numbers of a tensor are above, below and at 0. */
final class TensorSigns {

  private TensorSigns() {}

  static WeightSigns of(Tensor tensor) {
    if (!tensor.type().readable()) {
      return WeightSigns.unread(tensor.size());
    }
    long above = 0;
    long below = 0;
    long size = tensor.size();
    for (long i = 0; i < size; i++) {
      double weight = tensor.get(i);
      above += weight > 0 ? 1 : 0;
      below += weight < 0 ? 1 : 0;
    }
    return new WeightSigns(above, below, size - above - below, 0);
  }
}
