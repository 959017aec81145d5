package org.hillock.onnx.read;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Known numbers: weights, or what is made of weights alone.
 *
 * @param dims extents
 * @param numbers last axis fastest; not copied, never changed
 */
record Fixed(int[] dims, double[] numbers) implements Value {

  @Override
  public Fixed moved(Move move) {
    double[] all = new double[move.from().length];
    for (int i = 0; i < all.length; i++) {
      all[i] = move.from()[i] < 0 ? 0 : numbers[move.from()[i]];
    }
    return new Fixed(move.dims(), all);
  }

  Fixed map(DoubleUnaryOperator operation) {
    double[] all = new double[numbers.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = operation.applyAsDouble(numbers[i]);
    }
    return new Fixed(dims, all);
  }

  Fixed with(Fixed other, DoubleBinaryOperator operation) {
    int[] both = Move.broadcast(dims, other.dims);
    double[] left = moved(Move.expand(dims, both)).numbers;
    double[] right = other.moved(Move.expand(other.dims, both)).numbers;
    double[] all = new double[left.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = operation.applyAsDouble(left[i], right[i]);
    }
    return new Fixed(both, all);
  }

  /** Whether all its numbers are {@code number}. */
  boolean isAll(double number) {
    for (double one : numbers) {
      if (one != number) {
        return false;
      }
    }
    return true;
  }

  /** The number that all its elements are. */
  java.util.OptionalDouble same() {
    return numbers.length > 0 && isAll(numbers[0])
        ? java.util.OptionalDouble.of(numbers[0])
        : java.util.OptionalDouble.empty();
  }
}
