package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rate neuron makes of its sum; each in plain Java and as a tensor operation. */
enum Activation {
  IDENTITY,
  SIGMOID,
  TANH,
  RELU,
  SOFTMAX,
  STEP;

  /** The activation of a neuron model's name, empty where the tensor engine has none for it. */
  static Optional<Activation> of(String model) {
    return Arrays.stream(values()).filter(a -> a.model().equals(model)).findFirst();
  }

  /** Its name as a neuron model. */
  String model() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The values of a whole population from its sums. */
  double[] of(double[] sums) {
    return this == SOFTMAX ? softmax(sums) : Arrays.stream(sums).map(this::one).toArray();
  }

  private double one(double z) {
    return switch (this) {
      case IDENTITY -> z;
      case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
      case TANH -> StrictMath.tanh(z);
      case RELU -> Math.max(0, z);
      case STEP -> z > 0 ? 1 : 0;
      case SOFTMAX -> throw new IllegalStateException("softmax needs the whole population");
    };
  }

  /** Less the largest sum first, so that exp cannot overflow. */
  private static double[] softmax(double[] sums) {
    double largest = Arrays.stream(sums).max().orElseThrow();
    double[] values = Arrays.stream(sums).map(z -> StrictMath.exp(z - largest)).toArray();
    double total = Arrays.stream(values).sum();
    return Arrays.stream(values).map(v -> v / total).toArray();
  }

  /** As {@link #of(double[])}, along the last axis of a tensor. */
  NDArray of(NDArray sums) {
    return switch (this) {
      case IDENTITY -> sums;
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(sums);
      case TANH -> sums.tanh();
      case RELU -> ai.djl.nn.Activation.relu(sums);
      case SOFTMAX -> sums.softmax(-1);
      case STEP -> sums.gt(0).toType(DataType.FLOAT32, false);
    };
  }
}
