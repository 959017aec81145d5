package org.hillock.verify;

import java.util.Arrays;
import java.util.List;

/** Numbers that were measured with several seeds. */
record Sample(List<Double> values) {

  Sample {
    values = List.copyOf(values);
  }

  static Sample of(double... values) {
    return new Sample(Arrays.stream(values).boxed().toList());
  }

  double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Standard deviation of one of them. */
  double sd() {
    return Math.sqrt(squares() / (values.size() - 1));
  }

  private double squares() {
    double mean = mean();
    return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
  }

  /** Student's t of the difference of two means, with the scatter of both pooled. */
  double t(Sample other) {
    double pooled = (squares() + other.squares()) / (values.size() + other.values.size() - 2);
    double perOne = 1.0 / values.size() + 1.0 / other.values.size();
    return (mean() - other.mean()) / Math.sqrt(pooled * perOne);
  }

  String text() {
    return String.format(java.util.Locale.ROOT, "%.4f ± %.4f", mean(), sd());
  }
}
