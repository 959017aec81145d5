package org.hillock.lab.summation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds a minimum of a smooth function from its slopes: limited-memory BFGS (Liu and Nocedal 1989,
 * doi 10.1007/BF01589116) with halved steps. Draws nothing: the same start gives the same bits.
 */
final class Minimiser {

  private static final int MEMORY = 12;

  /** Of the decrease that the slope promises, so much must come. */
  private static final double SUFFICIENT = 1e-4;

  private Minimiser() {}

  /** A function and its slopes. */
  @FunctionalInterface
  interface Smooth {
    /**
     * The value at {@code x}.
     *
     * @param slopes receives the slope against each component
     */
    double at(double[] x, double[] slopes);
  }

  private record Pair(double[] step, double[] change, double along) {}

  /** From {@code start}, at most so many steps; stops where a step gains less than 1e-9 of it. */
  static double[] minimise(Smooth function, double[] start, int mostSteps) {
    double[] x = start.clone();
    double[] slopes = new double[x.length];
    double value = function.at(x, slopes);
    Deque<Pair> pairs = new ArrayDeque<>();
    for (int step = 0; step < mostSteps; step++) {
      double[] move = direction(slopes, pairs);
      double promised = dot(move, slopes);
      if (!(promised < 0)) {
        break;
      }
      double length = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(slopes, slopes))) : 1;
      double[] nextSlopes = new double[x.length];
      double[] next = along(x, move, length);
      double less = function.at(next, nextSlopes);
      while (!(less <= value + SUFFICIENT * length * promised) && length > 1e-12) {
        length /= 2;
        next = along(x, move, length);
        less = function.at(next, nextSlopes);
      }
      if (!(less < value)) {
        break;
      }
      remember(pairs, x, next, slopes, nextSlopes);
      double gained = value - less;
      x = next;
      slopes = nextSlopes;
      value = less;
      if (gained < 1e-9 * Math.abs(value)) {
        break;
      }
    }
    return x;
  }

  private static void remember(
      Deque<Pair> pairs, double[] x, double[] next, double[] slopes, double[] nextSlopes) {
    double[] step = along(next, x, -1);
    double[] change = along(nextSlopes, slopes, -1);
    double along = dot(step, change);
    if (along > 1e-12 * dot(change, change)) {
      pairs.addLast(new Pair(step, change, along));
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
  }

  /** Less the slopes, times what is known of the inverse of the second derivatives. */
  private static double[] direction(double[] slopes, Deque<Pair> pairs) {
    double[] move = new double[slopes.length];
    for (int k = 0; k < move.length; k++) {
      move[k] = -slopes[k];
    }
    double[] shares = new double[pairs.size()];
    int i = 0;
    for (Iterator<Pair> late = pairs.descendingIterator(); late.hasNext(); i++) {
      Pair pair = late.next();
      shares[i] = dot(pair.step, move) / pair.along;
      add(move, pair.change, -shares[i]);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = last.along / dot(last.change, last.change);
      for (int k = 0; k < move.length; k++) {
        move[k] *= scale;
      }
    }
    for (Pair pair : pairs) {
      i--;
      add(move, pair.step, shares[i] - dot(pair.change, move) / pair.along);
    }
    return move;
  }

  private static double[] along(double[] x, double[] move, double length) {
    double[] next = x.clone();
    add(next, move, length);
    return next;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int k = 0; k < to.length; k++) {
      to[k] += times * what[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
