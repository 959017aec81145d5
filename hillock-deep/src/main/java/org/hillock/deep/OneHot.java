package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Labels as rows with one 1 among zeros. */
final class OneHot {

  private OneHot() {}

  /** One row for each label, [labels, classes]. */
  static NDArray rows(int[] labels, int classes, NDManager manager) {
    float[] rows = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i * classes + labels[i]] = 1;
    }
    return Torch.create(manager, rows, new Shape(labels.length, classes));
  }
}
