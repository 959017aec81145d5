package org.hillock.onnx.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.session.Term;

/**
 * The largest of several elements, or the smallest: the first of those is all of it and carries its
 * number, the others carry 0. Played, another may win.
 */
final class Largest implements Reached {

  private final Question question;
  private final double sign;
  private final List<Integer> inputs = new ArrayList<>();
  private final List<Integer> flats = new ArrayList<>();
  private final List<Double> numbers = new ArrayList<>();

  /**
   * None yet.
   *
   * @param sign 1 for the largest, -1 for the smallest
   */
  Largest(Question question, double sign) {
    this.question = question;
    this.sign = sign;
  }

  Largest add(int input, int flat) {
    inputs.add(input);
    flats.add(flat);
    numbers.add(question.number(input, flat));
    return this;
  }

  private double number(int i) {
    return numbers.get(i);
  }

  private int winner() {
    int best = 0;
    for (int i = 1; i < inputs.size(); i++) {
      best = sign * number(i) > sign * number(best) ? i : best;
    }
    return best;
  }

  @Override
  public List<Term> terms() {
    int winner = winner();
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      double carried = i == winner ? number(i) : 0;
      terms.add(
          question.constant(inputs.get(i))
              ? Term.own(Term.Kind.BIAS, carried)
              : question.term(question.of(inputs.get(i), flats.get(i)), 1, carried));
    }
    return terms;
  }

  @Override
  public Optional<double[]> contributions() {
    double[] each = new double[inputs.size()];
    int winner = winner();
    if (each.length > 0) {
      each[winner] = number(winner);
    }
    return Optional.of(each);
  }

  @Override
  public double play(double[] factors) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < factors.length; i++) {
      best = Math.max(best, sign * factors[i] * number(i));
    }
    return sign * best;
  }
}
