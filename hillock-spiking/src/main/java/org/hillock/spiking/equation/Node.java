package org.hillock.spiking.equation;

/**
 * One operation on earlier nodes of its {@link Graph}.
 *
 * @param a number of the first argument; -1 where there is none; likewise {@code b}, {@code c}
 * @param index which state, port, parameter … a leaf is
 * @param number of a NUMBER
 */
public record Node(Operation operation, int a, int b, int c, int index, double number) {

  /** The {@code k}-th argument. */
  public int argument(int k) {
    return switch (k) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> throw new IllegalArgumentException("no argument " + k);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Node n
        && operation == n.operation
        && a == n.a
        && b == n.b
        && c == n.c
        && index == n.index
        && Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(n.number);
  }

  @Override
  public int hashCode() {
    int hash = operation.ordinal();
    hash = 31 * hash + a;
    hash = 31 * hash + b;
    hash = 31 * hash + c;
    hash = 31 * hash + index;
    return 31 * hash + Double.hashCode(number);
  }
}
