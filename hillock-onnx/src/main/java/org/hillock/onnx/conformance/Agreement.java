package org.hillock.onnx.conformance;

import java.util.List;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.runtime.GraphValue;

/**
 * Whether two values agree: texts, whole numbers and truths must be equal; for other numbers |got −
 * expected| ≤ absolute + relative·|expected|.
 *
 * @param relative share of the expected size
 * @param absolute in the value's own unit
 */
record Agreement(double relative, double absolute) {

  /**
   * What ONNX Runtime asks of itself on this data: 1e-3 of the value as ONNX's own runner does, and
   * 1e-5 for values around 0, where ONNX's 1e-7 is below what single precision keeps of a sum.
   */
  static final Agreement STANDARD = new Agreement(1e-3, 1e-5);

  /** Bits of half precision are 2^-11; results of several steps may be some such apart. */
  private static final double HALF = 2e-3;

  private static final double BRAIN_HALF = 1.6e-2;

  /** How they differ, in a sentence; empty where they agree. */
  Optional<String> difference(GraphValue expected, GraphValue got) {
    if (expected instanceof GraphValue.Tensor(TensorData e)
        && got instanceof GraphValue.Tensor(TensorData g)) {
      return difference(e, g);
    }
    if (expected instanceof GraphValue.Sequence(_, List<TensorData> e)
        && got instanceof GraphValue.Sequence(_, List<TensorData> g)) {
      if (e.size() != g.size()) {
        return Optional.of("expected a sequence of " + e.size() + " tensors, got " + g.size());
      }
      for (int i = 0; i < e.size(); i++) {
        Optional<String> one = difference(e.get(i), g.get(i));
        if (one.isPresent()) {
          return Optional.of("tensor " + i + ": " + one.get());
        }
      }
      return Optional.empty();
    }
    return expected.getClass() == got.getClass()
        ? Optional.empty()
        : Optional.of("expected " + expected + ", got " + got);
  }

  private Optional<String> difference(TensorData expected, TensorData got) {
    if (expected.type() != got.type() || !expected.dims().equals(got.dims())) {
      return Optional.of("expected " + expected + ", got " + got);
    }
    if (!expected.type().isReal()) {
      return expected.sameBits(got) ? Optional.empty() : Optional.of("texts differ");
    }
    double floor = absolute * Math.max(1, largest(expected));
    double allowed = Math.max(relative, coarseness(expected.type()));
    boolean exact = !expected.type().isFloating();
    for (int i = 0; i < expected.size(); i++) {
      double e = expected.number(i);
      double g = got.number(i);
      boolean same =
          exact
              ? expected.whole(i) == got.whole(i)
              : Double.compare(e, g) == 0
                  || Double.isNaN(e) && Double.isNaN(g)
                  || Math.abs(g - e) <= floor + allowed * Math.abs(e);
      if (!same) {
        return Optional.of("element " + i + ": expected " + e + ", got " + g);
      }
    }
    return Optional.empty();
  }

  private static double largest(TensorData data) {
    double largest = 0;
    for (int i = 0; i < data.size(); i++) {
      double size = Math.abs(data.number(i));
      if (Double.isFinite(size)) {
        largest = Math.max(largest, size);
      }
    }
    return largest;
  }

  private static double coarseness(ElementType type) {
    return switch (type) {
      case FLOAT16 -> HALF;
      case BFLOAT16 -> BRAIN_HALF;
      default -> 0;
    };
  }
}
