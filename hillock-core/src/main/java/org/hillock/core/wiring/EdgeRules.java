package org.hillock.core.wiring;

import java.util.Arrays;
import java.util.function.Consumer;
import org.hillock.core.network.Connectivity.AllButOwn;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.random.DrawBatch;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * From each rule of connectivity to its synapses. Every draw has an address, so that a part of them
 * is the same whether or not others are asked for.
 */
final class EdgeRules {

  private final long seed;
  private final Network network;
  private final Population from;
  private final Population to;
  private final int sources;
  private final int targets;
  private final boolean same;
  private final long index;

  /**
   * Rules between the ends of a projection.
   *
   * @param index place of the projection in the network
   */
  EdgeRules(Network network, Projection projection, long index) {
    this.network = network;
    this.index = index;
    seed = network.seed();
    from = network.population(projection.from());
    to = network.population(projection.to());
    sources = from.size();
    targets = to.size();
    same = projection.from().equals(projection.to());
  }

  /** Draws the units {@code first} to {@code end - 1}. */
  private interface Part {
    void draw(long first, long end, EdgeBatch batch);
  }

  /** A rule that any part of can be drawn from nothing. */
  private record Rule(long units, Part part) implements Edges {
    @Override
    public void draw(long first, long end, Consumer<EdgeBatch> taker) {
      EdgeBatch batch = new EdgeBatch(taker);
      part.draw(first, end, batch);
      batch.flush();
    }
  }

  /** The synapses of the projection; those that depend on each other are drawn at once. */
  Edges edges(Projection projection) {
    return switch (projection.connectivity()) {
      case Dense _ -> all(true);
      case AllToAll rule -> all(!same || rule.autapses());
      case AllButOwn _ -> all(false);
      case OneToOne _ ->
          new Rule(
              targets,
              (first, end, batch) -> {
                for (int i = (int) first; i < end; i++) {
                  batch.add(i, i, i);
                }
              });
      case EdgeList edges ->
          new Rule(
              edges.pre().size(),
              (first, end, batch) -> {
                for (int k = (int) first; k < end; k++) {
                  batch.add(k, edges.pre().get(k), edges.post().get(k));
                }
              });
      case FixedInDegree rule ->
          new Rule(targets, (first, end, batch) -> inDegree(rule, (int) first, (int) end, batch));
      case FixedTotalNumber rule ->
          rule.multapses()
              ? new Rule(rule.total(), (first, end, batch) -> total(rule, first, end, batch))
              : different(rule);
      case PairwiseProbability rule -> pairwise(rule);
      case DegreeDistribution rule -> degrees(rule);
      case Convolution rule -> slid(new Kernel(rule, from.shape(), to.shape()));
      case Pooling rule -> slid(new PoolingWindow(rule, from.shape(), to.shape()));
    };
  }

  private Edges all(boolean autapses) {
    long row = autapses ? sources : sources - 1;
    return new Rule(
        targets,
        (first, end, batch) -> {
          for (int post = (int) first; post < end; post++) {
            long number = post * row;
            for (int pre = 0; pre < sources; pre++) {
              if (autapses || pre != post) {
                batch.add(number++, pre, post);
              }
            }
          }
        });
  }

  private void inDegree(FixedInDegree rule, int first, int end, EdgeBatch batch) {
    int[] takenBy = new int[rule.multapses() ? 0 : sources];
    Arrays.fill(takenBy, -1);
    for (int post = first; post < end; post++) {
      Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index, post);
      long number = (long) post * rule.inDegree();
      int made = 0;
      while (made < rule.inDegree()) {
        int pre = draws.below(sources);
        boolean self = same && pre == post && !rule.autapses();
        if (!self && (rule.multapses() || takenBy[pre] != post)) {
          batch.add(number + made, pre, post);
          made++;
          if (!rule.multapses()) {
            takenBy[pre] = post;
          }
        }
      }
    }
  }

  /** Synapse k is drawn at its own address; an autapse that may not be is drawn again there. */
  private void total(FixedTotalNumber rule, long first, long end, EdgeBatch batch) {
    boolean noSelf = same && !rule.autapses();
    DrawBatch draws = new DrawBatch(seed, Purpose.CONNECTIVITY, index);
    for (long k = first; k < end; k += DrawBatch.MOST) {
      int count = (int) Math.min(DrawBatch.MOST, end - k);
      draws.moveTo(k, count);
      for (int i = 0; i < count; i++) {
        int pre = source(draws.bits(i));
        int post = target(draws.bits(i));
        if (noSelf && pre == post) {
          Draws again = draws.stream(i);
          while (pre == post) {
            long bits = again.bits();
            pre = source(bits);
            post = target(bits);
          }
        }
        batch.add(k + i, pre, post);
      }
    }
  }

  private int source(long bits) {
    return Draws.below((int) bits, sources);
  }

  private int target(long bits) {
    return Draws.below((int) (bits >>> 32), targets);
  }

  /** As {@link #total}, but a pair that there is already is drawn again as well. */
  private Edges different(FixedTotalNumber rule) {
    int count = Math.toIntExact(rule.total());
    PairSet taken = new PairSet(sources, targets, count);
    DrawnPairs pairs = new DrawnPairs(count);
    boolean noSelf = same && !rule.autapses();
    for (int k = 0; k < count; k++) {
      Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index, k);
      long bits = draws.bits();
      while (noSelf && source(bits) == target(bits) || !taken.add(source(bits), target(bits))) {
        bits = draws.bits();
      }
      pairs.add(source(bits), target(bits));
    }
    return pairs;
  }

  /** The numbers of the first synapse of each target are found by drawing all once. */
  private Edges pairwise(PairwiseProbability rule) {
    long[] number = new long[targets + 1];
    EdgeBatch counted = new EdgeBatch(_ -> {});
    for (int post = 0; post < targets; post++) {
      number[post + 1] = pairwise(rule, post, number[post], counted);
    }
    return new Rule(
        targets,
        (first, end, batch) -> {
          for (int post = (int) first; post < end; post++) {
            pairwise(rule, post, number[post], batch);
          }
        });
  }

  /**
   * Jumps from one joined source to the next: the gaps are geometric.
   *
   * @param number of the first synapse of this target
   * @return number of the first one of the next
   */
  private long pairwise(PairwiseProbability rule, int post, long number, EdgeBatch batch) {
    Draws draws = new Draws(seed, Purpose.CONNECTIVITY, index, post);
    double p = rule.probability();
    if (p == 0) {
      return number;
    }
    double logMiss = StrictMath.log1p(-p);
    long pre = -1;
    long next = number;
    while (true) {
      long gap = p == 1 ? 1 : 1 + (long) (StrictMath.log(1 - draws.uniform()) / logMiss);
      pre += gap;
      if (pre >= sources) {
        return next;
      }
      if (!same || rule.autapses() || pre != post) {
        batch.add(next++, (int) pre, post);
      }
    }
  }

  private Edges degrees(DegreeDistribution rule) {
    Propensities out =
        Propensities.of(
            rule.outDegree(), sources, seed, Parameters.outDegreeAddress(network, from));
    Propensities in =
        Propensities.of(rule.inDegree(), targets, seed, Parameters.inDegreeAddress(network, to));
    return new DegreePairs(rule, out, in, same, seed, index).draw();
  }

  private Edges slid(Cells cells) {
    return new Rule(targets, (first, end, batch) -> slide(cells, first, end, batch));
  }

  /** Synapses are numbered in order, so those before the first target are counted. */
  private static void slide(Cells cells, long first, long end, EdgeBatch batch) {
    long number = 0;
    for (int post = 0; post < end; post++) {
      for (int cell = 0; cell < cells.cells(); cell++) {
        int pre = cells.source(post, cell);
        if (pre >= 0) {
          if (post >= first) {
            batch.add(number, pre, post);
          }
          number++;
        }
      }
    }
  }
}
