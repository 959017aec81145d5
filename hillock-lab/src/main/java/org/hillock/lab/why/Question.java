package org.hillock.lab.why;

import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SiteRef;

/**
 * What is asked of a network.
 *
 * @param site one neuron, and what of it where its model has several sums
 * @param at when: ms, or the number of the pass after which; empty for the neuron's last spike, the
 *     moment when it came closest to one where it never fired, the end of the run where it does not
 *     spike
 * @param row of the batch, counted from 0
 * @param depth levels of neurons that are asked, the first included, 1..{@value #MOST_DEPTH}
 * @param breadth strongest contributors of each that are asked in turn, 0..{@value #MOST_BREADTH}
 * @param windowMs how long before the moment arrivals are told one by one; what came before is one
 *     term
 * @param plays about how often a neuron whose terms do not add up may be played its terms again, at
 *     least 2; it is done more often where that does not suffice for two orders
 * @param seed of the orders that are drawn then
 */
public record Question(
    SiteRef site,
    Optional<Double> at,
    int row,
    int depth,
    int breadth,
    double windowMs,
    int plays,
    long seed) {

  public static final int MOST_DEPTH = 64;
  public static final int MOST_BREADTH = 1000;

  public static final int STANDARD_DEPTH = 3;
  public static final int STANDARD_BREADTH = 3;
  public static final double STANDARD_WINDOW_MS = 100;
  public static final int STANDARD_PLAYS = 256;

  public Question {
    at.ifPresent(t -> {
      if (!(t > 0) || !Double.isFinite(t)) {
        throw new UsageException("at", t + " is not > 0");
      }
    });
    range("row", row, 0, Integer.MAX_VALUE);
    range("depth", depth, 1, MOST_DEPTH);
    range("breadth", breadth, 0, MOST_BREADTH);
    range("plays", plays, 2, Integer.MAX_VALUE);
    if (!(windowMs > 0)) {
      throw new UsageException("window", windowMs + " ms is not > 0 ms");
    }
  }

  private static void range(String name, int value, int least, int most) {
    if (value < least || value > most) {
      String allowed = most == Integer.MAX_VALUE ? ">= " + least : "in " + least + ".." + most;
      throw new UsageException(name, value + " is not " + allowed);
    }
  }

  /** With the standard of everything else. */
  public static Question of(SiteRef site) {
    return new Question(
        site,
        Optional.empty(),
        0,
        STANDARD_DEPTH,
        STANDARD_BREADTH,
        STANDARD_WINDOW_MS,
        STANDARD_PLAYS,
        1);
  }

  /** The same about another moment. */
  public Question at(double moment) {
    return new Question(site, Optional.of(moment), row, depth, breadth, windowMs, plays, seed);
  }

  /** The same about another row of the batch. */
  public Question inRow(int newRow) {
    return new Question(site, at, newRow, depth, breadth, windowMs, plays, seed);
  }

  /** The same to other limits. */
  public Question within(int newDepth, int newBreadth) {
    return new Question(site, at, row, newDepth, newBreadth, windowMs, plays, seed);
  }

  /** The same with another window. */
  public Question since(double newWindowMs) {
    return new Question(site, at, row, depth, breadth, newWindowMs, plays, seed);
  }

  /** The same at other pains. */
  public Question playing(int newPlays, long newSeed) {
    return new Question(site, at, row, depth, breadth, windowMs, newPlays, newSeed);
  }
}
