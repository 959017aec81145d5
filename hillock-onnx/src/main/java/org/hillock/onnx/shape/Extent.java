package org.hillock.onnx.shape;

import java.util.OptionalLong;

/** How many places an axis has: known, or only named (such as {@code batch}), or unknown. */
public sealed interface Extent extends Item {

  /** What is known of nothing. */
  Extent UNKNOWN = new Unknown();

  static Extent of(long value) {
    return new Known(value);
  }

  static Extent named(String name) {
    return name.isEmpty() ? UNKNOWN : new Named(name);
  }

  /** The number, where it is known. */
  default OptionalLong value() {
    return this instanceof Known known ? OptionalLong.of(known.number()) : OptionalLong.empty();
  }

  /** Whether it is the number {@code number}. */
  default boolean is(long number) {
    return this instanceof Known known && known.number() == number;
  }

  /** A known number; also any known whole number of a constant. */
  record Known(long number) implements Extent {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** A number that is fed at run time; the same name is the same number. */
  record Named(String name) implements Extent {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A number of which nothing is known. */
  record Unknown() implements Extent {
    @Override
    public String toString() {
      return "?";
    }
  }
}
