package org.hillock.lab.shapley;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hillock.core.random.Draws;

/**
 * Fair shares of what several bring about together, where the effect of each depends on which
 * others are there: what each adds when they come one after the other, averaged over all orders of
 * coming (Shapley 1953, doi 10.1515/9781400881970-018).
 *
 * <p>With few players all sets are played and the shares are exact. With many, orders are drawn and
 * what each adds is averaged over these (Castro, Gómez and Tejada 2009, doi
 * 10.1016/j.cor.2008.04.004), each order together with its reverse, in which who came early comes
 * late. What is added along one order adds up to the whole whatever the order, so the shares always
 * add up to what all bring minus what nobody brings.
 *
 * @param shares of each player
 * @param errors standard error of each over pairs of orders; 0 where exact, {@link Double#NaN} with
 *     fewer than two pairs
 * @param nothing what comes of it with no player
 * @param plays how often it was played
 * @param orders that were played; 0 where all sets were
 */
public record ShapleyValues(
    double[] shares, double[] errors, double nothing, int plays, int orders) {

  /** Sets are numbered with the bits of an int. */
  private static final int MOST_EXACT = 20;

  /**
   * Plays.
   *
   * @param players how many, at least 1; the first order is 0, 1, 2, …
   * @param play what comes of a set of players
   * @param budget how often it may be played, about
   * @param stopped asked after each pair of orders; what is there then is kept
   */
  public static ShapleyValues of(
      int players,
      ToDoubleFunction<BitSet> play,
      int budget,
      Draws draws,
      BooleanSupplier stopped) {
    if (players <= MOST_EXACT && 1L << players <= budget) {
      return exact(players, play);
    }
    return sampled(players, play, budget, draws, stopped);
  }

  /** Whether all orders were taken into account. */
  public boolean exact() {
    return orders == 0;
  }

  private static ShapleyValues exact(int players, ToDoubleFunction<BitSet> play) {
    int sets = 1 << players;
    double[] value = new double[sets];
    for (int set = 0; set < sets; set++) {
      value[set] = play.applyAsDouble(BitSet.valueOf(new long[] {set}));
    }
    // the share of orders in which a given set of k comes before a given player: k!(n-k-1)!/n!
    double[] weight = new double[players];
    weight[0] = 1.0 / players;
    for (int k = 1; k < players; k++) {
      weight[k] = weight[k - 1] * k / (players - k);
    }
    double[] shares = new double[players];
    for (int set = 0; set < sets; set++) {
      double each = weight[Math.min(Integer.bitCount(set), players - 1)];
      for (int player = 0; player < players; player++) {
        if ((set & 1 << player) == 0) {
          shares[player] += each * (value[set | 1 << player] - value[set]);
        }
      }
    }
    return new ShapleyValues(shares, new double[players], value[0], sets, 0);
  }

  private static ShapleyValues sampled(
      int players,
      ToDoubleFunction<BitSet> play,
      int budget,
      Draws draws,
      BooleanSupplier stopped) {
    double nothing = play.applyAsDouble(new BitSet());
    BitSet everyone = new BitSet();
    everyone.set(0, players);
    double all = play.applyAsDouble(everyone);
    int pairs = Math.max(1, (budget - 2) / Math.max(1, 2 * (players - 1)));
    double[] sum = new double[players];
    double[] squares = new double[players];
    int[] order = IntStream.range(0, players).toArray();
    int done = 0;
    while (done < pairs && (done == 0 || !stopped.getAsBoolean())) {
      if (done > 0) {
        draws.shuffle(order);
      }
      double[] forth = along(order, play, nothing, all);
      double[] back = along(reversed(order), play, nothing, all);
      for (int i = 0; i < players; i++) {
        double mean = (forth[i] + back[i]) / 2;
        sum[i] += mean;
        squares[i] += mean * mean;
      }
      done++;
    }
    int n = done;
    double[] shares = Arrays.stream(sum).map(s -> s / n).toArray();
    double[] errors = new double[players];
    Arrays.setAll(errors, i -> error(squares[i], shares[i], n));
    return new ShapleyValues(shares, errors, nothing, 2 + n * 2 * (players - 1), 2 * n);
  }

  private static double error(double squares, double mean, int n) {
    return n < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1));
  }

  private static int[] reversed(int[] order) {
    int[] back = new int[order.length];
    Arrays.setAll(back, i -> order[order.length - 1 - i]);
    return back;
  }

  private static double[] along(
      int[] order, ToDoubleFunction<BitSet> play, double nothing, double all) {
    double[] added = new double[order.length];
    BitSet there = new BitSet();
    double before = nothing;
    for (int k = 0; k < order.length; k++) {
      there.set(order[k]);
      double now = k == order.length - 1 ? all : play.applyAsDouble((BitSet) there.clone());
      added[order[k]] = now - before;
      before = now;
    }
    return added;
  }
}
