package org.hillock.onnx.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.hillock.core.session.Term;

/**
 * A sum of elements, each times a weight, of products of two elements, and of weights alone, which
 * are the bias. Where there is no product of two elements the terms add up independently.
 */
final class Products implements Reached {

  private final Question question;
  private final Map<Element, Integer> numbers = new LinkedHashMap<>();
  private final List<Double> carried = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private double bias;
  private boolean biased;

  /** Two elements that are multiplied. */
  private record Pair(int left, int right, double weight) {}

  Products(Question question) {
    this.question = question;
  }

  private int number(int input, int flat) {
    return numbers.computeIfAbsent(
        question.of(input, flat),
        _ -> {
          carried.add(question.number(input, flat));
          weights.add(0.0);
          return carried.size() - 1;
        });
  }

  /** Adds a number that is there whatever the graph is shown. */
  Products own(double number) {
    bias += number;
    biased = true;
    return this;
  }

  /** Adds an element of an input times a weight. */
  Products add(int input, int flat, double weight) {
    if (question.constant(input)) {
      return own(weight * question.number(input, flat));
    }
    int number = number(input, flat);
    weights.set(number, weights.get(number) + weight);
    return this;
  }

  /** Adds the product of elements of two inputs times a weight. */
  Products add(int left, int leftFlat, int right, int rightFlat, double weight) {
    if (question.constant(left)) {
      return add(right, rightFlat, weight * question.number(left, leftFlat));
    }
    if (question.constant(right)) {
      return add(left, leftFlat, weight * question.number(right, rightFlat));
    }
    pairs.add(new Pair(number(left, leftFlat), number(right, rightFlat), weight));
    return this;
  }

  @Override
  public List<Term> terms() {
    Set<Integer> multiplied = new HashSet<>();
    for (Pair pair : pairs) {
      multiplied.add(pair.left);
      multiplied.add(pair.right);
    }
    List<Term> terms = new ArrayList<>();
    numbers.forEach((element, number) ->
        terms.add(
            question.term(
                element,
                multiplied.contains(number) ? Double.NaN : weights.get(number),
                Objects.requireNonNull(carried.get(number)))));
    if (biased) {
      terms.add(Term.own(Term.Kind.BIAS, bias));
    }
    return terms;
  }

  @Override
  public Optional<double[]> contributions() {
    if (!pairs.isEmpty()) {
      return Optional.empty();
    }
    DoubleStream.Builder each = DoubleStream.builder();
    for (int i = 0; i < carried.size(); i++) {
      each.add(weights.get(i) * carried.get(i));
    }
    if (biased) {
      each.add(bias);
    }
    return Optional.of(each.build().toArray());
  }

  @Override
  public double play(double[] factors) {
    double sum = biased ? factors[carried.size()] * bias : 0;
    for (int i = 0; i < carried.size(); i++) {
      double weight = weights.get(i);
      sum += weight == 0 ? 0 : weight * factors[i] * carried.get(i);
    }
    for (Pair pair : pairs) {
      sum +=
          pair.weight
              * (factors[pair.left] * carried.get(pair.left))
              * (factors[pair.right] * carried.get(pair.right));
    }
    return sum;
  }
}
