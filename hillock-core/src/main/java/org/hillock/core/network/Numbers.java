package org.hillock.core.network;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;

/** An immutable list of finite numbers, packed. */
public final class Numbers {

  private final double[] values;

  private Numbers(double[] values) {
    this.values = values;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new UsageException("number " + i + " is " + values[i] + ", not a finite number");
      }
    }
  }

  public static Numbers of(double... values) {
    return new Numbers(values.clone());
  }

  public static Numbers of(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return new Numbers(wide);
  }

  public static Numbers of(List<? extends Number> values) {
    return new Numbers(values.stream().mapToDouble(Number::doubleValue).toArray());
  }

  public int size() {
    return values.length;
  }

  public double get(int i) {
    return values[i];
  }

  public double[] toArray() {
    return values.clone();
  }

  /** As single precision, rounded to nearest. */
  public float[] toFloats() {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Numbers other && Arrays.equals(values, other.values);
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
