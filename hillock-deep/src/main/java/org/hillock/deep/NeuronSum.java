package org.hillock.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/**
 * What one neuron added up in a pass, in double precision: (Σ w·a + Σ largest of a window) · gain,
 * and what is its own. Synapses are added first, then the gain, then what is its own.
 */
final class NeuronSum {

  /** The part of a term that is neither a weighted synapse nor in a window. */
  private static final int OWN = -2;

  private static final int WEIGHED = -1;

  private final List<Term> terms = new ArrayList<>();
  private final List<Double> sizes = new ArrayList<>();

  /** Of each term: {@link #OWN}, {@link #WEIGHED} or the number of its window. */
  private final List<Integer> groups = new ArrayList<>();

  private int windows;
  private double gain = 1;
  private int modulator = -1;

  List<Term> terms() {
    return terms;
  }

  private void add(Term term, double size, int group) {
    terms.add(term);
    sizes.add(size);
    groups.add(group);
  }

  /** A synapse, which brings its weight times what it carries. */
  void synapse(Term term) {
    add(term, term.weight() * term.carried(), WEIGHED);
  }

  /** Synapses of which the largest goes on; the first of several. */
  void largest(List<Term> window) {
    int best = 0;
    for (int i = 1; i < window.size(); i++) {
      best = window.get(i).carried() > window.get(best).carried() ? i : best;
    }
    for (int i = 0; i < window.size(); i++) {
      Term term = window.get(i);
      Term told =
          i == best
              ? term
              : new Term(term.kind(), term.source(), term.through(), term.atMs(), term.weight(), 0);
      add(told, term.carried(), windows);
    }
    windows++;
  }

  /** What modulators make of all that synapses bring. */
  void gain(double factor, Optional<SiteRef> source, String through) {
    double synaptic = synaptic(ones());
    gain = factor;
    modulator = terms.size();
    double made = (factor - 1) * synaptic;
    add(new Term(Term.Kind.MODULATOR, source, through, Double.NaN, Double.NaN, made), made, OWN);
  }

  /** Something of the neuron itself. */
  void own(Term.Kind kind, double size) {
    add(Term.own(kind, size), size, OWN);
  }

  private double[] ones() {
    return DoubleStream.generate(() -> 1).limit(terms.size()).toArray();
  }

  private double synaptic(double[] factors) {
    double sum = 0;
    double[] most = new double[windows];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < terms.size(); i++) {
      int group = groups.get(i);
      double scaled = factors[i] * sizes.get(i);
      if (group == WEIGHED) {
        sum += scaled;
      } else if (group >= 0) {
        most[group] = Math.max(most[group], scaled);
      }
    }
    return sum + Arrays.stream(most).sum();
  }

  /**
   * The sum with its terms scaled.
   *
   * @param factors one for each term
   */
  double of(double[] factors) {
    double sum = synaptic(factors);
    if (modulator >= 0) {
      sum *= 1 + factors[modulator] * (gain - 1);
    }
    for (int i = 0; i < terms.size(); i++) {
      if (groups.get(i) == OWN && i != modulator) {
        sum += factors[i] * sizes.get(i);
      }
    }
    return sum;
  }

  /** What each term has of the sum; in a window the largest has all. */
  double[] contributions() {
    double[] each = new double[terms.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = groups.get(i) < 0 ? sizes.get(i) : terms.get(i).carried();
    }
    return each;
  }
}
