package org.hillock.core.network;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * One number for each of many neurons or synapses: the same for all, listed (for each, or for each
 * channel), or drawn.
 */
public sealed interface Values {

  /** The unit that the numbers are in. */
  Unit unit();

  /** The numbers for {@code count} neurons or synapses, in {@code unit}. */
  double[] resolve(int count, Unit unit, long seed, Purpose purpose, long index);

  static Values constant(double value, String unit) {
    return new Constant(Quantity.of(value, unit));
  }

  static Values constant(double value) {
    return new Constant(Quantity.of(value));
  }

  /** Plain numbers. */
  static Values listed(double... numbers) {
    return new Listed(Numbers.of(numbers), Unit.NONE);
  }

  static Values listed(Numbers numbers, String unit) {
    return new Listed(numbers, Unit.parse(unit));
  }

  /** Plain numbers, one for each channel. */
  static Values perChannel(double... numbers) {
    return new PerChannel(Numbers.of(numbers), Unit.NONE);
  }

  static Values drawn(Distribution distribution) {
    return new Drawn(distribution);
  }

  /**
   * Checks that these measure what is wanted and that their count fits.
   *
   * @param path where they stand, for the message
   * @param count how many are needed
   */
  default void check(String path, int count, Dimension wanted) {
    if (!unit().dimension().equals(wanted)) {
      throw new UsageException(
          path, this.described() + " is " + unit().dimension() + ", not " + wanted);
    }
    if (this instanceof Listed listed && listed.numbers().size() != count) {
      throw new UsageException(
          path, "lists " + listed.numbers().size() + " numbers where " + count + " are needed");
    }
  }

  /**
   * The same for values of neurons, which may be shared by channel.
   *
   * @param shape of their population
   */
  default void check(String path, Shape shape, Dimension wanted) {
    check(path, shape.size(), wanted);
    if (this instanceof PerChannel shared && shared.numbers().size() != shape.channels()) {
      throw new UsageException(
          path,
          "lists "
              + shared.numbers().size()
              + " numbers, but "
              + shape
              + " has "
              + shape.channels()
              + " channels");
    }
  }

  /** The least number that can come, in {@link #unit()}. */
  double least();

  /** Their mean, in {@link #unit()}; 0 of an empty list. */
  double expectation();

  /**
   * Each of these times {@code factor}.
   *
   * @param factor above 0
   */
  Values times(double factor);

  /** How these are named in a message. */
  String described();

  /** The same for all. */
  record Constant(Quantity quantity) implements Values {
    @Override
    public Unit unit() {
      return quantity.unit();
    }

    @Override
    public double[] resolve(int count, Unit unit, long seed, Purpose purpose, long index) {
      double[] all = new double[count];
      java.util.Arrays.fill(all, quantity.in(unit));
      return all;
    }

    @Override
    public double least() {
      return quantity.value();
    }

    @Override
    public double expectation() {
      return quantity.value();
    }

    @Override
    public Constant times(double factor) {
      return new Constant(new Quantity(quantity.value() * factor, quantity.unit()));
    }

    @Override
    public String described() {
      return quantity.toString();
    }
  }

  /** One each. */
  record Listed(Numbers numbers, Unit unit) implements Values {
    @Override
    public double[] resolve(int count, Unit wanted, long seed, Purpose purpose, long index) {
      if (numbers.size() != count) {
        throw new UsageException(
            "lists " + numbers.size() + " numbers where " + count + " are needed");
      }
      double[] all = numbers.toArray();
      for (int i = 0; i < count; i++) {
        all[i] = unit.to(wanted, all[i]);
      }
      return all;
    }

    @Override
    public double least() {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < numbers.size(); i++) {
        least = Math.min(least, numbers.get(i));
      }
      return least;
    }

    @Override
    public double expectation() {
      return java.util.Arrays.stream(numbers.toArray()).average().orElse(0);
    }

    @Override
    public Listed times(double factor) {
      double[] all = numbers.toArray();
      for (int i = 0; i < all.length; i++) {
        all[i] *= factor;
      }
      return new Listed(Numbers.of(all), unit);
    }

    @Override
    public String described() {
      return "a list in '" + unit + "'";
    }
  }

  /** One for each channel of a population: neuron i has number i modulo their count. */
  record PerChannel(Numbers numbers, Unit unit) implements Values {

    /** Of every neuron, one by one. */
    public Listed listed(int neurons) {
      double[] all = new double[neurons];
      for (int i = 0; i < neurons; i++) {
        all[i] = numbers.get(i % numbers.size());
      }
      return new Listed(Numbers.of(all), unit);
    }

    @Override
    public double[] resolve(int count, Unit wanted, long seed, Purpose purpose, long index) {
      return listed(count).resolve(count, wanted, seed, purpose, index);
    }

    @Override
    public double least() {
      return listed(numbers.size()).least();
    }

    @Override
    public double expectation() {
      return listed(numbers.size()).expectation();
    }

    @Override
    public PerChannel times(double factor) {
      return new PerChannel(listed(numbers.size()).times(factor).numbers(), unit);
    }

    @Override
    public String described() {
      return "a list by channel in '" + unit + "'";
    }
  }

  /** Drawn, each at its own address: (seed, purpose, index of the owner, number of the item). */
  record Drawn(Distribution distribution) implements Values {
    @Override
    public Unit unit() {
      return distribution.unit();
    }

    @Override
    public double[] resolve(int count, Unit unit, long seed, Purpose purpose, long index) {
      double[] all = new double[count];
      for (int i = 0; i < count; i++) {
        all[i] = unit().to(unit, distribution.draw(new Draws(seed, purpose, index, i)));
      }
      return all;
    }

    @Override
    public double least() {
      return distribution.least();
    }

    @Override
    public double expectation() {
      return distribution.expectation();
    }

    @Override
    public Drawn times(double factor) {
      return new Drawn(distribution.times(factor));
    }

    @Override
    public String described() {
      return "a distribution in '" + unit() + "'";
    }
  }
}
