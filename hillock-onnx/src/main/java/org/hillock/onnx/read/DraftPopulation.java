package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity;
import org.jspecify.annotations.Nullable;

/**
 * A population while the graph is read: its neurons add up first, and what they make of the sum is
 * said when a node that bends it is met.
 */
final class DraftPopulation {

  static final String IDENTITY = "identity";
  static final String INPUT = "input";

  private final int id;
  private String name;
  private int[] shape;
  private boolean shapeFixed;
  private String neuron;
  private final Map<String, Double> params = new LinkedHashMap<>();
  private double @Nullable [] bias;
  private final List<DraftProjection> incoming = new ArrayList<>();
  private boolean gone;

  DraftPopulation(int id, String name, String neuron, int[] shape) {
    this.id = id;
    this.name = name;
    this.neuron = neuron;
    this.shape = shape.clone();
    shapeFixed = shape.length == 3;
  }

  int id() {
    return id;
  }

  String name() {
    return name;
  }

  void rename(String newName) {
    name = newName;
  }

  String neuron() {
    return neuron;
  }

  Map<String, Double> params() {
    return params;
  }

  List<DraftProjection> incoming() {
    return incoming;
  }

  int[] shape() {
    return shape;
  }

  int size() {
    return Value.count(shape);
  }

  int channels() {
    return shape[shape.length - 1];
  }

  /** Whether its shape is known to be that of a sheet. */
  boolean shapeFixed() {
    return shapeFixed;
  }

  /** Says that its neurons, in the order that they have, are such a sheet. */
  void fixShape(int... sheet) {
    shape = sheet.clone();
    shapeFixed = true;
    if (bias != null && bias.length != size() && bias.length != channels()) {
      throw new IllegalStateException(
          "a bias of " + bias.length + " for " + Arrays.toString(shape));
    }
  }

  /** Whether its neurons still send their sum as it is, and have one. */
  boolean isPlainSum() {
    return neuron.equals(IDENTITY) && !gone;
  }

  void become(String newNeuron, Map<String, Double> newParams) {
    neuron = newNeuron;
    params.putAll(newParams);
  }

  /** Another one has taken over what ended here. */
  void remove() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }

  double @Nullable [] bias() {
    return bias;
  }

  /** Adds to the sums: one number for each channel, or for each neuron. */
  void addBias(double[] more) {
    if (bias == null) {
      bias = more.clone();
      return;
    }
    int longer = Math.max(bias.length, more.length);
    double[] sum = new double[longer];
    for (int i = 0; i < longer; i++) {
      sum[i] = bias[i % bias.length] + more[i % more.length];
    }
    bias = sum;
  }

  /** Whether what its neurons add up can be scaled so: one number for each channel, or neuron. */
  boolean canScale(double[] factors) {
    boolean byChannel = factors.length == channels();
    return incoming.stream()
        .allMatch(p ->
            switch (p.rule()) {
              case Connectivity.Pooling _ -> false;
              case Connectivity.Convolution _ -> byChannel;
              default -> true;
            });
  }

  void scale(double[] factors) {
    incoming.forEach(p -> p.scale(factors, size()));
    if (bias != null) {
      int longer = Math.max(bias.length, factors.length);
      double[] scaled = new double[longer];
      for (int i = 0; i < longer; i++) {
        scaled[i] = bias[i % bias.length] * factors[i % factors.length];
      }
      bias = scaled;
    }
  }
}
