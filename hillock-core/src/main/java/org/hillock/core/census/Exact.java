package org.hillock.core.census;

import java.util.function.Supplier;
import org.hillock.core.problem.UsageException;

/** Exact arithmetic on counts: what is beyond 2^63 - 1 is refused, never wrapped around. */
final class Exact {

  private Exact() {}

  /** The product. */
  static long times(long... factors) {
    long product = 1;
    for (long factor : factors) {
      // a factor of 0 makes 0 of anything, also of what would be too large before it
      if (factor == 0) {
        return 0;
      }
    }
    for (long factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }

  /** The sum. */
  static long plus(long... terms) {
    long sum = 0;
    for (long term : terms) {
      sum = Math.addExact(sum, term);
    }
    return sum;
  }

  /** The count at a place, which is named where it is too large. */
  static <T> T at(String place, Supplier<T> counted) {
    try {
      return counted.get();
    } catch (ArithmeticException e) {
      throw new UsageException(place, "a count of it is beyond 2^63 - 1");
    }
  }
}
