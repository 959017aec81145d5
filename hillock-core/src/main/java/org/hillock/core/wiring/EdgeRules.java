package org.hillock.core.wiring;

import java.util.HashSet;
import java.util.Set;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * From each rule of connectivity to its synapses, drawn one after another from addressed numbers.
 */
final class EdgeRules {

  private EdgeRules() {}

  /** Draws the synapses of a projection, in the order in which weights are listed. */
  static void draw(
      Projection projection,
      Population from,
      Population to,
      boolean same,
      long seed,
      long index,
      SynapseEnds ends) {
    int sources = from.size();
    int targets = to.size();
    switch (projection.connectivity()) {
      case Dense _ -> all(sources, targets, true, ends);
      case AllToAll rule -> all(sources, targets, !same || rule.autapses(), ends);
      case OneToOne _ -> {
        for (int i = 0; i < sources; i++) {
          ends.add(i, i);
        }
      }
      case EdgeList edges -> {
        for (int k = 0; k < edges.pre().size(); k++) {
          ends.add(edges.pre().get(k), edges.post().get(k));
        }
      }
      case FixedInDegree rule -> {
        for (int post = 0; post < targets; post++) {
          Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index, post);
          inDegree(rule, sources, post, same, draws, ends);
        }
      }
      case FixedTotalNumber rule -> {
        Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index);
        Set<Long> taken = new HashSet<>();
        while (ends.count() < rule.total()) {
          int pre = draws.below(sources);
          int post = draws.below(targets);
          boolean self = same && pre == post && !rule.autapses();
          if (!self && (rule.multapses() || taken.add(pair(pre, post)))) {
            ends.add(pre, post);
          }
        }
      }
      case PairwiseProbability rule -> {
        for (int post = 0; post < targets; post++) {
          Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index, post);
          pairwise(rule, sources, post, same, draws, ends);
        }
      }
      case DegreeDistribution rule -> degrees(rule, sources, targets, same, seed, index, ends);
      case Convolution c -> convolve(c, from, to, ends);
    }
  }

  private static void all(int sources, int targets, boolean autapses, SynapseEnds ends) {
    for (int post = 0; post < targets; post++) {
      for (int pre = 0; pre < sources; pre++) {
        if (autapses || pre != post) {
          ends.add(pre, post);
        }
      }
    }
  }

  private static void inDegree(
      FixedInDegree rule, int sources, int post, boolean same, Draws draws, SynapseEnds ends) {
    Set<Integer> taken = new HashSet<>();
    int made = 0;
    while (made < rule.inDegree()) {
      int pre = draws.below(sources);
      boolean self = same && pre == post && !rule.autapses();
      if (!self && (rule.multapses() || taken.add(pre))) {
        ends.add(pre, post);
        made++;
      }
    }
  }

  /** Jumps from one joined source to the next: the gaps are geometric. */
  private static void pairwise(
      PairwiseProbability rule,
      int sources,
      int post,
      boolean same,
      Draws draws,
      SynapseEnds ends) {
    double p = rule.probability();
    if (p == 0) {
      return;
    }
    double logMiss = StrictMath.log1p(-p);
    long pre = -1;
    while (true) {
      long gap = p == 1 ? 1 : 1 + (long) (StrictMath.log(1 - draws.uniform()) / logMiss);
      pre += gap;
      if (pre >= sources) {
        return;
      }
      if (!same || rule.autapses() || pre != post) {
        ends.add((int) pre, post);
      }
    }
  }

  private static void degrees(
      DegreeDistribution rule,
      int sources,
      int targets,
      boolean same,
      long seed,
      long index,
      SynapseEnds ends) {
    double[] out = cumulative(rule.outDegree(), sources, seed, 2 * index);
    double[] in = cumulative(rule.inDegree(), targets, seed, 2 * index + 1);
    Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index);
    Set<Long> taken = new HashSet<>();
    long tries = 0;
    while (ends.count() < rule.total()) {
      if (++tries > 200 * (rule.total() + 1000)) {
        throw new UsageException(
            "total",
            rule.total() + " different pairs could not be drawn: the degrees are too uneven");
      }
      int pre = pick(out, draws.uniform());
      int post = pick(in, draws.uniform());
      boolean self = same && pre == post && !rule.autapses();
      if (!self && taken.add(pair(pre, post))) {
        ends.add(pre, post);
      }
    }
  }

  private static double[] cumulative(Distribution d, int count, long seed, long index) {
    double[] sums = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += d.draw(new Draws(seed, Purpose.PARAMETER, index, i));
      sums[i] = sum;
    }
    return sums;
  }

  private static int pick(double[] cumulative, double u) {
    double wanted = u * cumulative[cumulative.length - 1];
    int at = java.util.Arrays.binarySearch(cumulative, wanted);
    return Math.min(at >= 0 ? at + 1 : -at - 1, cumulative.length - 1);
  }

  private static long pair(int pre, int post) {
    return ((long) pre << 32) | post;
  }

  private static void convolve(Convolution c, Population from, Population to, SynapseEnds ends) {
    int height = from.shape().extents().get(0);
    int width = from.shape().extents().get(1);
    int channels = from.shape().extents().get(2);
    int rows = to.shape().extents().get(0);
    int columns = to.shape().extents().get(1);
    int filters = to.shape().extents().get(2);
    ends.share(filters * c.height() * c.width() * channels);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int filter = 0; filter < filters; filter++) {
          int post = (row * columns + column) * filters + filter;
          for (int kr = 0; kr < c.height(); kr++) {
            for (int kc = 0; kc < c.width(); kc++) {
              int y = row * c.stride() - c.padding() + kr;
              int x = column * c.stride() - c.padding() + kc;
              if (y < 0 || y >= height || x < 0 || x >= width) {
                continue;
              }
              for (int channel = 0; channel < channels; channel++) {
                int cell = ((filter * c.height() + kr) * c.width() + kc) * channels + channel;
                ends.add((y * width + x) * channels + channel, post, cell);
              }
            }
          }
        }
      }
    }
  }
}
