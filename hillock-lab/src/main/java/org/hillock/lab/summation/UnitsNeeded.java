package org.hillock.lab.summation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many units predict a cell as well as any: the number that says how far a cell is from one
 * unit.
 *
 * <p>Every row is held out once (folds) and predicted by fits that did not see it: by one weighted
 * sum, and by hidden layers of 1, 2, 4, … units. The best is the one of least loss. Another does as
 * well when its excess loss, row by row, is within two standard errors of nothing, or below one
 * hundredth of what the best gains over knowing only the mean: what cannot be told from the best,
 * or does not matter. The answer is the smallest that does as well. Where that is the largest that
 * was tried, more may be needed.
 *
 * @param candidates from small to large
 * @param smallest that does as well as the best
 * @param best of least loss
 */
public record UnitsNeeded(List<Candidate> candidates, Candidate smallest, Candidate best) {

  /** Excess within so many standard errors is noise. */
  private static final double NOISE = 2;

  /** Excess below this share of the best's gain does not matter. */
  private static final double SLIGHT = 0.01;

  /**
   * One predictor.
   *
   * @param units hidden ones; 0 is the weighted sum alone
   * @param parameters how many numbers were fitted
   * @param quality on rows held out
   * @param excess mean loss beyond that of the best
   * @param excessError its standard error, from differences row by row (or group by group)
   */
  public record Candidate(
      int units, int parameters, Quality quality, double excess, double excessError) {}

  public UnitsNeeded {
    candidates = List.copyOf(candidates);
  }

  /** Whether one weighted sum does as well as any. */
  public boolean oneSumIsEnough() {
    return smallest.units() == 0;
  }

  /** Whether more units than were tried may do better still. */
  public boolean atLeast() {
    return smallest.equals(candidates.getLast());
  }

  private record Tried(int units, int parameters, double[] scores) {}

  /**
   * Tries the weighted sum and layers of 1, 2, 4, … up to {@code mostUnits}; every row is a
   * measurement of its own.
   *
   * @param folds 2 or more, at most the number of spikes and of rows without
   */
  public static UnitsNeeded of(
      Observations seen, int mostUnits, int folds, HiddenLayer.Effort effort) {
    int[] alone = IntStream.range(0, seen.rows()).toArray();
    return of(seen, seen.folds(folds, effort.seed()), folds, alone, mostUnits, List.of(effort));
  }

  /**
   * The same where {@code groupRows} rows after each other belong together, such as the windows of
   * one cell, whose histories overlap: a group is held out as a whole, and standard errors are
   * those of groups.
   *
   * @param efforts each candidate and fold takes the one that serves it best on a third of the
   *     groups it may learn from, so that neither small nor large networks are given the ridge that
   *     suits the others
   */
  public static UnitsNeeded ofGroups(
      Observations seen,
      int groupRows,
      int mostUnits,
      int folds,
      List<HiddenLayer.Effort> efforts) {
    int[] group = IntStream.range(0, seen.rows()).map(row -> row / groupRows).toArray();
    int[] fold = IntStream.of(group).map(g -> g % folds).toArray();
    return of(seen, fold, folds, group, mostUnits, efforts);
  }

  private static UnitsNeeded of(
      Observations seen,
      int[] fold,
      int folds,
      int[] group,
      int mostUnits,
      List<HiddenLayer.Effort> efforts) {
    // Each fit is alone with its data, so fits side by side give the bits of fits in a row.
    int sizes = 2 + Integer.numberOfTrailingZeros(Integer.highestOneBit(Math.max(1, mostUnits)));
    List<Tried> all =
        IntStream.range(0, mostUnits < 1 ? 1 : sizes)
            .parallel()
            .mapToObj(k -> heldOut(seen, fold, folds, group, k == 0 ? 0 : 1 << (k - 1), efforts))
            .toList();
    double[] constant = new double[seen.rows()];
    for (int f = 0; f < folds; f++) {
      double score = Loss.of(seen).constant(seen.rows(rows(fold, f, false)).mean());
      for (int row : rows(fold, f, true)) {
        constant[row] = score;
      }
    }
    return judged(seen, group, all, constant);
  }

  private static Tried heldOut(
      Observations seen,
      int[] fold,
      int folds,
      int[] group,
      int units,
      List<HiddenLayer.Effort> efforts) {
    double[] scores = new double[seen.rows()];
    int parameters = 0;
    for (int f = 0; f < folds; f++) {
      int[] mine = rows(fold, f, false);
      Observations learnt = seen.rows(mine);
      HiddenLayer.Effort effort =
          efforts.size() == 1
              ? efforts.getFirst()
              : chosen(seen, mine, group, folds, units, efforts);
      Predictor fitted = fit(learnt, units, effort);
      parameters = fitted.parameters();
      for (int row : rows(fold, f, true)) {
        scores[row] = fitted.score(seen.inputs()[row]);
      }
    }
    return new Tried(units, parameters, scores);
  }

  private static Predictor fit(Observations learnt, int units, HiddenLayer.Effort effort) {
    return units == 0
        ? WeightedSum.fit(learnt, effort.ridge())
        : HiddenLayer.fit(learnt, units, effort);
  }

  /** The effort of least loss on a third of the groups, learnt from the others. */
  private static HiddenLayer.Effort chosen(
      Observations seen,
      int[] mine,
      int[] group,
      int folds,
      int units,
      List<HiddenLayer.Effort> efforts) {
    Observations learnt =
        seen.rows(IntStream.of(mine).filter(row -> group[row] / folds % 3 != 0).toArray());
    Observations asked =
        seen.rows(IntStream.of(mine).filter(row -> group[row] / folds % 3 == 0).toArray());
    HiddenLayer.Effort best = efforts.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (HiddenLayer.Effort effort : efforts) {
      double loss = mean(losses(asked, fit(learnt, units, effort).scores(asked)));
      if (loss < least) {
        least = loss;
        best = effort;
      }
    }
    return best;
  }

  /** The rows of a fold, or all others. */
  private static int[] rows(int[] fold, int f, boolean inside) {
    return IntStream.range(0, fold.length).filter(i -> (fold[i] == f) == inside).toArray();
  }

  private static UnitsNeeded judged(
      Observations seen, int[] group, List<Tried> all, double[] constant) {
    double[] least = losses(seen, all.getFirst().scores);
    for (Tried each : all) {
      double[] losses = losses(seen, each.scores);
      if (mean(losses) < mean(least)) {
        least = losses;
      }
    }
    double gain = mean(losses(seen, constant)) - mean(least);
    List<Candidate> candidates = new ArrayList<>();
    for (Tried each : all) {
      candidates.add(candidate(seen, group, each, least, constant));
    }
    Candidate best = candidates.stream().filter(c -> c.excess() == 0).findFirst().orElseThrow();
    Candidate smallest =
        candidates.stream()
            .filter(c -> c.excess() <= Math.max(NOISE * c.excessError(), SLIGHT * gain))
            .findFirst()
            .orElse(best);
    return new UnitsNeeded(candidates, smallest, best);
  }

  private static Candidate candidate(
      Observations seen, int[] group, Tried tried, double[] least, double[] constant) {
    double[] excess = losses(seen, tried.scores);
    for (int i = 0; i < excess.length; i++) {
      excess[i] -= least[i];
    }
    double mean = mean(excess);
    int groups = group[group.length - 1] + 1;
    double[] deviation = new double[groups];
    for (int i = 0; i < excess.length; i++) {
      deviation[group[i]] += excess[i] - mean;
    }
    double squares = 0;
    for (double each : deviation) {
      squares += each * each;
    }
    double variance = squares * groups / (groups - 1.0);
    return new Candidate(
        tried.units,
        tried.parameters,
        Quality.of(seen, tried.scores, constant),
        mean,
        Math.sqrt(variance) / excess.length);
  }

  private static double[] losses(Observations seen, double[] scores) {
    Loss loss = Loss.of(seen);
    double[] all = new double[scores.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = loss.of(scores[i], seen.outputs()[i]);
    }
    return all;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
