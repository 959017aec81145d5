package org.hillock.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/**
 * A rate neuron as of one pass: what its session computed, and the terms of its sum. What two sums
 * make together, a product, is played and has no contributions.
 *
 * @param site the variable that is explained: a sum, or a product's value
 * @param value of that variable, as the session computed it
 * @param output what the neuron gave, or is held at
 * @param threshold the sum above which it gives more than 0, where there is such an edge
 * @param sums whose product the variable is: one, or both of a product
 * @param made what the neuron gives where the variable has another value
 */
record TensorNeuron(
    SiteRef site,
    double value,
    double output,
    Optional<Double> threshold,
    List<NeuronSum> sums,
    DoubleUnaryOperator made)
    implements IsolatedNeuron {

  /** One that is held: a single term, what holds it. */
  static TensorNeuron held(SiteRef site, double at) {
    NeuronSum hand = new NeuronSum();
    hand.own(Term.Kind.STIMULUS, at);
    return new TensorNeuron(site, at, at, Optional.empty(), List.of(hand), x -> x);
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public double atMs() {
    return Double.NaN;
  }

  @Override
  public List<Term> terms() {
    List<Term> all = new ArrayList<>();
    sums.forEach(sum -> all.addAll(sum.terms()));
    return List.copyOf(all);
  }

  @Override
  public Optional<double[]> contributions() {
    return sums.size() == 1 ? Optional.of(sums.getFirst().contributions()) : Optional.empty();
  }

  @Override
  public double play(double[] factors) {
    int needed = sums.stream().mapToInt(sum -> sum.terms().size()).sum();
    if (factors.length != needed) {
      throw new IllegalArgumentException(
          factors.length + " factors for " + needed + " terms of '" + site + "'");
    }
    double product = 1;
    int from = 0;
    for (NeuronSum sum : sums) {
      int to = from + sum.terms().size();
      product *= sum.of(Arrays.copyOfRange(factors, from, to));
      from = to;
    }
    return product;
  }

  @Override
  public double[] respond(double[] factors) {
    return new double[] {made.applyAsDouble(play(factors))};
  }
}
