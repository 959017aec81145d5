package org.hillock.core.network;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;

/** An immutable list of neuron numbers, each 0 or more, packed. */
public final class Indices {

  private final int[] values;

  private Indices(int[] values) {
    this.values = values;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new UsageException("neuron number " + values[i] + " (entry " + i + ") is not >= 0");
      }
    }
  }

  public static Indices of(int... values) {
    return new Indices(values.clone());
  }

  public static Indices of(List<Integer> values) {
    return new Indices(values.stream().mapToInt(Integer::intValue).toArray());
  }

  public int size() {
    return values.length;
  }

  public int get(int i) {
    return values[i];
  }

  public int[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Indices other && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length <= 8 ? Arrays.toString(values) : values.length + " numbers";
  }
}
