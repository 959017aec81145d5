package org.hillock.core.census;

/**
 * What is counted in a layer or a network.
 *
 * @param neurons sets of weights that give one scalar, as the definitions say
 * @param synapses connections: one weight used at one place
 * @param parameters distinct trained numbers, biases included; those shared with another layer
 *     count there
 * @param shared parameters of another layer that are used here, too
 * @param multiplyAdds products of a weight and a value for one input, those with zeros around an
 *     image included
 * @param products products of two values for one input, which are no synapses: of attention, of
 *     gates
 */
public record Counts(
    Amount neurons,
    Amount synapses,
    Amount parameters,
    Amount shared,
    Amount multiplyAdds,
    Amount products) {

  private static final Amount ZERO = Amount.of(0);

  /** Nothing, exactly. */
  public static final Counts NONE = new Counts(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);

  /** What no part has been added to. */
  static final Counts UNDEFINED =
      new Counts(
          Amount.undefined(),
          Amount.undefined(),
          Amount.undefined(),
          Amount.undefined(),
          Amount.undefined(),
          Amount.undefined());

  /** All unknown. */
  public static final Counts UNKNOWN =
      new Counts(
          Amount.unknown(),
          Amount.unknown(),
          Amount.unknown(),
          ZERO,
          Amount.unknown(),
          Amount.unknown());

  static Counts of(long neurons, long synapses, long parameters, long multiplyAdds) {
    return new Counts(
        Amount.of(neurons),
        Amount.of(synapses),
        Amount.of(parameters),
        ZERO,
        Amount.of(multiplyAdds),
        ZERO);
  }

  static Counts ofParameters(long parameters) {
    return of(0, 0, parameters, 0);
  }

  static Counts ofProducts(long products) {
    return NONE.withProducts(products);
  }

  Counts withProducts(long count) {
    return new Counts(neurons, synapses, parameters, shared, multiplyAdds, Amount.of(count));
  }

  Counts withNeurons(Amount other) {
    return new Counts(other, synapses, parameters, shared, multiplyAdds, products);
  }

  /** Parameters that stand in another layer. */
  Counts tied() {
    return new Counts(neurons, synapses, ZERO, shared.plus(parameters), multiplyAdds, products);
  }

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        neurons.plus(other.neurons),
        synapses.plus(other.synapses),
        parameters.plus(other.parameters),
        shared.plus(other.shared),
        multiplyAdds.plus(other.multiplyAdds),
        products.plus(other.products));
  }

  /** So many of these. */
  public Counts times(long factor) {
    return new Counts(
        neurons.times(factor),
        synapses.times(factor),
        parameters.times(factor),
        shared.times(factor),
        multiplyAdds.times(factor),
        products.times(factor));
  }
}
