package org.hillock.core.wiring;

import java.util.Arrays;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.DrawBatch;
import org.hillock.core.random.Purpose;

/**
 * Draws different pairs of neurons, picked in proportion to their propensities: try after try, each
 * at its own address, of which those count that make a new pair. The number of a synapse is its
 * place among those that count.
 */
final class DegreePairs {

  /** Tries for each pair wanted, and for a few more, after which it is given up. */
  private static final int MOST_TRIES = 200;

  private static final int FEW = 1000;

  private final DegreeDistribution rule;
  private final Propensities out;
  private final Propensities in;

  /** Whether a neuron may not reach itself. */
  private final boolean noSelf;

  private final DrawBatch draws;
  private final int total;
  private final int[] pre;
  private final int[] post;
  private int made;

  /**
   * Pairs to draw.
   *
   * @param same whether sources and targets are the same neurons
   * @param index place of the projection in the network
   */
  DegreePairs(
      DegreeDistribution rule,
      Propensities out,
      Propensities in,
      boolean same,
      long seed,
      long index) {
    this.rule = rule;
    this.out = out;
    this.in = in;
    noSelf = same && !rule.autapses();
    draws = new DrawBatch(seed, Purpose.CONNECTIVITY, index);
    total = Math.toIntExact(rule.total());
    pre = new int[total];
    post = new int[total];
  }

  /** Draws them. */
  DrawnPairs draw() {
    long possible = (long) out.size() * in.size();
    if (PairSet.isDense(possible, total)) {
      PairSet taken = new PairSet(out.size(), in.size(), total);
      goOn(0, taken::add);
    } else {
      drawSparse();
    }
    return new DrawnPairs(pre, post, made);
  }

  /** Whether a pair is new. */
  private interface Novelty {
    boolean isNew(int pre, int post);
  }

  /** Makes the pairs that are still missing, one after another. */
  private void goOn(long firstTry, Novelty novelty) {
    long tries = firstTry;
    while (made < total) {
      draws.moveTo(tries, DrawBatch.MOST);
      for (int i = 0; i < DrawBatch.MOST && made < total; i++, tries++) {
        if (tries > MOST_TRIES * (rule.total() + FEW)) {
          throw new UsageException(
              "total", total + " different pairs could not be drawn: the degrees are too uneven");
        }
        int from = out.pick((int) draws.bits(i));
        int to = in.pick((int) (draws.bits(i) >>> 32));
        if (!(noSelf && from == to) && novelty.isNew(from, to)) {
          pre[made] = from;
          post[made] = to;
          made++;
        }
      }
    }
  }

  /**
   * Makes as many tries at once as pairs are wanted and finds those that come again source by
   * source, which needs one mark for each target and stays in the cache; few are then missing.
   */
  private void drawSparse() {
    int[] start = new int[out.size() + 1];
    for (int from = 0; from < total; from += DrawBatch.MOST) {
      int count = Math.min(DrawBatch.MOST, total - from);
      draws.moveTo(from, count);
      for (int i = 0; i < count; i++) {
        pre[from + i] = out.pick((int) draws.bits(i));
        post[from + i] = in.pick((int) (draws.bits(i) >>> 32));
        start[pre[from + i] + 1]++;
      }
    }
    for (int i = 0; i < out.size(); i++) {
      start[i + 1] += start[i];
    }
    int[] targets = markRepeated(start);
    for (int k = 0; k < total; k++) {
      if (pre[k] >= 0) {
        pre[made] = pre[k];
        post[made] = post[k];
        made++;
      }
    }
    PairSet later = new PairSet(out.size(), in.size(), total - made);
    goOn(
        total,
        (from, to) -> !contains(targets, start[from], start[from + 1], to) && later.add(from, to));
  }

  /**
   * Puts -1 for the source of tries that do not count.
   *
   * @param start first try of each source, were they in the order of sources
   * @return the targets of all tries in that order
   */
  private int[] markRepeated(int[] start) {
    int[] tries = new int[total];
    int[] targets = new int[total];
    int[] next = start.clone();
    for (int k = 0; k < total; k++) {
      int at = next[pre[k]]++;
      tries[at] = k;
      targets[at] = post[k];
    }
    int[] reachedBy = new int[in.size()];
    Arrays.fill(reachedBy, -1);
    for (int source = 0; source < out.size(); source++) {
      for (int at = start[source]; at < start[source + 1]; at++) {
        if (reachedBy[targets[at]] == source || noSelf && targets[at] == source) {
          pre[tries[at]] = -1;
        }
        reachedBy[targets[at]] = source;
      }
    }
    return targets;
  }

  private static boolean contains(int[] numbers, int from, int to, int wanted) {
    for (int k = from; k < to; k++) {
      if (numbers[k] == wanted) {
        return true;
      }
    }
    return false;
  }
}
