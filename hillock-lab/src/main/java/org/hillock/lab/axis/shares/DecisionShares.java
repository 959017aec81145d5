package org.hillock.lab.axis.shares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.shapley.ShapleyValues;

/**
 * What each group of inputs brings to one decision.
 *
 * <p>The decision is the margin: by how much the answer lies ahead of the runner-up (their scores,
 * see {@link Classifier#scores}; of a softmax, the difference of the sums, which is that of the
 * logarithms of its values). A group that is not there shows the background, the mean of all
 * images. Its share is its Shapley value: what it adds to the margin, averaged over orders in which
 * groups may come (Shapley 1953, doi 10.1515/9781400881970-018; with a background Lundberg and Lee
 * 2017, arXiv:1705.07874). So shares add up to the margin minus that of the background, equals get
 * equal shares, what changes nothing gets 0, and of a weighted sum an input's share is its weight
 * times how far it lies from the background.
 *
 * <p>Everything is done twice, with other orders and other noise: {@link #first} and {@link
 * #second}. A network without noise that adds up gives the same twice.
 *
 * @param first shares by group
 * @param second the same, measured again
 * @param margin of the whole image
 */
public record DecisionShares(double[] first, double[] second, double margin) {

  /** Below it single precision knows no logarithm worth having. */
  private static final double LEAST_SHARE = 1e-30;

  private static final Purpose ORDERS = Purpose.EXPERIMENT;

  /**
   * Measures.
   *
   * @param softmax whether scores are shares of a softmax
   * @param background one number for each input
   * @param budget decisions that each of the two measurements may take, about
   * @param seed of the orders
   * @param trial numbers of two trials, this and the next: noise is the same within each
   */
  public static DecisionShares of(
      Classifier classifier,
      boolean softmax,
      InputGroups groups,
      float[] image,
      float[] background,
      int budget,
      long seed,
      long trial) {
    Play play = new Play(classifier, softmax, groups, image, background);
    double[] whole = play.scores(List.of(image), trial)[0];
    int answer = largest(whole, -1);
    int next = largest(whole, answer);
    double[] first = play.shares(answer, next, budget, seed, trial);
    double[] second = play.shares(answer, next, budget, seed, trial + 1);
    return new DecisionShares(first, second, whole[answer] - whole[next]);
  }

  private static int largest(double[] scores, int but) {
    return IntStream.range(0, scores.length)
        .filter(c -> c != but)
        .boxed()
        .max(Comparator.<Integer>comparingDouble(c -> scores[c]).thenComparing(c -> -c))
        .orElseThrow();
  }

  /** The mean of both measurements. */
  public double[] shares() {
    double[] mean = new double[first.length];
    Arrays.setAll(mean, g -> (first[g] + second[g]) / 2);
    return mean;
  }

  /** Whether any group brings anything. */
  public boolean any() {
    return Arrays.stream(shares()).anyMatch(s -> s != 0);
  }

  /** The size of each share as a part of all sizes; only where there is {@link #any}. */
  public double[] parts() {
    double[] parts = Arrays.stream(shares()).map(Math::abs).toArray();
    double all = Arrays.stream(parts).sum();
    Arrays.setAll(parts, g -> parts[g] / all);
    return parts;
  }

  /**
   * How the decision gathers over the inputs: those that bring most come first. Both grow from 0 to
   * 1.
   *
   * @param inputs share of the inputs so far
   * @param decision share of what they bring, sizes added up
   */
  public record Gathering(double[] inputs, double[] decision) {

    /** The share of the inputs that carries so much of the decision, linear in between. */
    public double carrying(double share) {
      int k = 1;
      while (k < decision.length - 1 && decision[k] < share) {
        k++;
      }
      double step = decision[k] - decision[k - 1];
      double along = step > 0 ? (share - decision[k - 1]) / step : 1;
      return inputs[k - 1] + Math.clamp(along, 0, 1) * (inputs[k] - inputs[k - 1]);
    }
  }

  /** Gathers the inputs in the order of what each of a group brings. */
  public Gathering gathering(InputGroups groups) {
    double[] parts = parts();
    List<Integer> order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(g -> -parts[g] / groups.size(g)))
            .toList();
    double[] inputs = new double[parts.length + 1];
    double[] decision = new double[parts.length + 1];
    for (int k = 0; k < parts.length; k++) {
      inputs[k + 1] = inputs[k] + (double) groups.size(order.get(k)) / groups.inputs();
      decision[k + 1] = decision[k] + parts[order.get(k)];
    }
    return new Gathering(inputs, decision);
  }

  /** One image, shown in parts. */
  private record Play(
      Classifier classifier,
      boolean softmax,
      InputGroups groups,
      float[] image,
      float[] background) {

    /** Sets are noted first and then all shown together, as a network without time likes it. */
    double[] shares(int answer, int next, int budget, long seed, long trial) {
      Map<BitSet, Integer> asked = new LinkedHashMap<>();
      played(
          set -> {
            asked.putIfAbsent((BitSet) set.clone(), asked.size());
            return 0;
          },
          budget,
          new Draws(seed, ORDERS, trial));
      double[][] scores =
          scores(
              asked.keySet().stream().map(s -> groups.with(s, image, background)).toList(), trial);
      return played(
          set -> {
            double[] of = scores[Objects.requireNonNull(asked.get(set))];
            return of[answer] - of[next];
          },
          budget,
          new Draws(seed, ORDERS, trial));
    }

    /** Groups play under drawn numbers: with few orders the first would always be the same. */
    private double[] played(ToDoubleFunction<BitSet> play, int budget, Draws draws) {
      int[] group = IntStream.range(0, groups.count()).toArray();
      draws.shuffle(group);
      double[] shares =
          ShapleyValues.of(
                  group.length,
                  players -> {
                    BitSet there = new BitSet();
                    players.stream().forEach(p -> there.set(group[p]));
                    return play.applyAsDouble(there);
                  },
                  budget,
                  draws,
                  () -> false)
              .shares();
      double[] byGroup = new double[group.length];
      for (int p = 0; p < group.length; p++) {
        byGroup[group[p]] = shares[p];
      }
      return byGroup;
    }

    /** Scores of images, all under the noise of one trial. */
    double[][] scores(List<float[]> images, long trial) {
      double[][] scores;
      if (classifier.responder().timed().isEmpty()) {
        scores = classifier.scores(images.toArray(float[][]::new), trial);
      } else {
        List<double[]> rows = new ArrayList<>();
        images.forEach(i -> rows.add(classifier.scores(new float[][] {i}, trial)[0]));
        scores = rows.toArray(double[][]::new);
      }
      if (softmax) {
        for (double[] row : scores) {
          Arrays.setAll(row, c -> StrictMath.log(Math.max(row[c], LEAST_SHARE)));
        }
      }
      return scores;
    }
  }
}
