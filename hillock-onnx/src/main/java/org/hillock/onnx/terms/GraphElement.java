package org.hillock.onnx.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/**
 * An element of a value as of one pass, with what reached it through its node.
 *
 * @param value as it is in the graph, with what was added to it
 * @param reached through the node
 * @param added by interventions
 * @param terms of the node, and what was added
 */
record GraphElement(SiteRef site, double value, Reached reached, double added, List<Term> terms)
    implements IsolatedNeuron {

  static GraphElement of(SiteRef site, double value, Reached reached, double added) {
    List<Term> terms = new ArrayList<>(reached.terms());
    if (added != 0) {
      terms.add(Term.own(Term.Kind.STIMULUS, added));
    }
    return new GraphElement(site, value, reached, added, List.copyOf(terms));
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
  public double output() {
    return value;
  }

  /** What is made of an element is another value's, and so the edge is, too. */
  @Override
  public Optional<Double> threshold() {
    return Optional.empty();
  }

  @Override
  public Optional<double[]> contributions() {
    return reached
        .contributions()
        .map(each ->
            added == 0
                ? each
                : DoubleStream.concat(Arrays.stream(each), DoubleStream.of(added)).toArray());
  }

  @Override
  public double play(double[] factors) {
    int needed = terms.size();
    if (factors.length != needed) {
      throw new IllegalArgumentException(
          factors.length + " factors for " + needed + " terms of '" + site + "'");
    }
    return added == 0
        ? reached.play(factors)
        : reached.play(Arrays.copyOf(factors, needed - 1)) + factors[needed - 1] * added;
  }

  @Override
  public double[] respond(double[] factors) {
    return new double[] {play(factors)};
  }
}
