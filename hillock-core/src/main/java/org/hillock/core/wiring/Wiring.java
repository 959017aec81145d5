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
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Draws the synapses of a projection from its rule: the plain version, one synapse after another,
 * that judges faster ones.
 *
 * <p>What is drawn depends on the network's seed, the place of the projection in the network and
 * the number of the target neuron or of the synapse, and on nothing else. Time and memory grow with
 * the number of synapses.
 */
public final class Wiring {

  private static final int MOST = 500_000_000;

  private Wiring() {}

  /**
   * The synapses of one projection.
   *
   * @throws UsageException where listed weights or delays do not fit their number, or the synapses
   *     are too many for one array
   */
  public static Synapses of(Network network, Projection projection) {
    long index = indexOf(network, projection);
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    String path = "projections." + projection.name();
    long expected = SynapseCount.synapses(network, projection);
    if (expected > MOST) {
      throw new UsageException(
          path, expected + " synapses are more than the " + MOST + " that one projection may have");
    }
    Ends ends = new Ends((int) expected);
    boolean same = projection.from().equals(projection.to());
    draw(projection, from, to, same, network.seed(), index, ends);
    double[] weight = weights(projection, to, ends, network.seed(), index);
    applySign(projection, to, weight);
    double[] delay =
        projection
            .delays()
            .map(d -> d.resolve(ends.count(), Unit.MS, network.seed(), Purpose.DELAY, index))
            .orElseGet(() -> new double[ends.count()]);
    return new Synapses(ends.pre(), ends.post(), weight, delay);
  }

  private static long indexOf(Network network, Projection projection) {
    long i = 0;
    for (String name : network.projections().keySet()) {
      if (name.equals(projection.name())) {
        return i;
      }
      i++;
    }
    throw new IllegalArgumentException("projection '" + projection.name() + "' is not in it");
  }

  /** The unit in which weights onto a population are laid out. */
  public static Unit weightUnit(Population to) {
    Dimension dimension = to.model().weightDimension();
    if (dimension.equals(Dimension.VOLTAGE)) {
      return Unit.MV;
    }
    return dimension.equals(Dimension.CURRENT) ? Unit.PA : Unit.NONE;
  }

  private static double[] weights(
      Projection projection, Population to, Ends ends, long seed, long index) {
    Unit unit = weightUnit(to);
    if (projection.connectivity() instanceof Convolution) {
      double[] shared =
          projection.weights().resolve(ends.parameters, unit, seed, Purpose.WEIGHT, index);
      double[] each = new double[ends.count()];
      for (int k = 0; k < each.length; k++) {
        each[k] = shared[ends.parameter[k]];
      }
      return each;
    }
    return projection.weights().resolve(ends.count(), unit, seed, Purpose.WEIGHT, index);
  }

  private static void applySign(Projection projection, Population to, double[] weight) {
    Receptor receptor =
        projection
            .receptor()
            .flatMap(to.model()::receptor)
            .orElseGet(() -> to.model().receptors().getFirst());
    switch (receptor.sign()) {
      case AS_GIVEN, EXCITES -> {
        // as it stands
      }
      case INHIBITS -> {
        for (int k = 0; k < weight.length; k++) {
          weight[k] = -weight[k];
        }
      }
    }
  }

  private static void draw(
      Projection projection,
      Population from,
      Population to,
      boolean same,
      long seed,
      long index,
      Ends ends) {
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

  private static void all(int sources, int targets, boolean autapses, Ends ends) {
    for (int post = 0; post < targets; post++) {
      for (int pre = 0; pre < sources; pre++) {
        if (autapses || pre != post) {
          ends.add(pre, post);
        }
      }
    }
  }

  private static void inDegree(
      FixedInDegree rule, int sources, int post, boolean same, Draws draws, Ends ends) {
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
      PairwiseProbability rule, int sources, int post, boolean same, Draws draws, Ends ends) {
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
      Ends ends) {
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

  private static void convolve(Convolution c, Population from, Population to, Ends ends) {
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

  /** Growing arrays of synapse ends. */
  private static final class Ends {
    private int[] pre;
    private int[] post;
    private int[] parameter = new int[0];
    private int parameters;
    private int count;

    Ends(int expected) {
      pre = new int[expected];
      post = new int[expected];
    }

    void share(int parameterCount) {
      parameters = parameterCount;
      parameter = new int[pre.length];
    }

    void add(int source, int target) {
      if (count == pre.length) {
        int more = Math.max(16, count + (count >> 1));
        pre = java.util.Arrays.copyOf(pre, more);
        post = java.util.Arrays.copyOf(post, more);
      }
      pre[count] = source;
      post[count] = target;
      count++;
    }

    void add(int source, int target, int cell) {
      parameter[count] = cell;
      add(source, target);
    }

    int count() {
      return count;
    }

    int[] pre() {
      return java.util.Arrays.copyOf(pre, count);
    }

    int[] post() {
      return java.util.Arrays.copyOf(post, count);
    }
  }
}
