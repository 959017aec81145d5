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
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * From each rule of connectivity to its synapses. Every draw has an address, so that the synapses
 * onto some targets are the same ones whether or not those onto others are asked for.
 */
final class EdgeRules {

  private final Network network;
  private final Population from;
  private final Population to;
  private final boolean same;
  private final long index;

  /** Targets that are asked for. */
  private final int first;

  private final int end;
  private final SynapseVisitor visitor;

  /**
   * Rules for some of the targets.
   *
   * @param index place of the projection in the network
   */
  EdgeRules(
      Network network,
      Projection projection,
      long index,
      int first,
      int end,
      SynapseVisitor visitor) {
    this.network = network;
    this.index = index;
    this.first = first;
    this.end = end;
    this.visitor = visitor;
    from = network.population(projection.from());
    to = network.population(projection.to());
    same = projection.from().equals(projection.to());
  }

  /** Visits the synapses in the order of their numbers. */
  void visit(Projection projection) {
    switch (projection.connectivity()) {
      case Dense _ -> all(true);
      case AllToAll rule -> all(!same || rule.autapses());
      case OneToOne _ -> {
        for (int i = first; i < end; i++) {
          visitor.synapse(i, i, i);
        }
      }
      case EdgeList edges -> {
        for (int k = 0; k < edges.pre().size(); k++) {
          show(k, edges.pre().get(k), edges.post().get(k));
        }
      }
      case FixedInDegree rule -> {
        for (int post = first; post < end; post++) {
          inDegree(rule, post);
        }
      }
      case FixedTotalNumber rule -> total(rule);
      case PairwiseProbability rule -> {
        long number = 0;
        for (int post = 0; post < end; post++) {
          number = pairwise(rule, post, number);
        }
      }
      case DegreeDistribution rule -> degrees(rule);
      case Convolution rule -> convolve(rule);
    }
  }

  private void show(long number, int pre, int post) {
    if (post >= first && post < end) {
      visitor.synapse(number, pre, post);
    }
  }

  private void all(boolean autapses) {
    int sources = from.size();
    long row = autapses ? sources : sources - 1;
    for (int post = first; post < end; post++) {
      long number = post * row;
      for (int pre = 0; pre < sources; pre++) {
        if (autapses || pre != post) {
          visitor.synapse(number++, pre, post);
        }
      }
    }
  }

  private void inDegree(FixedInDegree rule, int post) {
    Draws draws = new Draws(network.seed(), Purpose.CONNECTIVITY, index, post);
    Set<Integer> taken = new HashSet<>();
    int sources = from.size();
    long number = (long) post * rule.inDegree();
    int made = 0;
    while (made < rule.inDegree()) {
      int pre = draws.below(sources);
      boolean self = same && pre == post && !rule.autapses();
      if (!self && (rule.multapses() || taken.add(pre))) {
        visitor.synapse(number + made, pre, post);
        made++;
      }
    }
  }

  /** Synapse k is drawn at its own address; one that may not be is drawn again there. */
  private void total(FixedTotalNumber rule) {
    PairSet taken = new PairSet(rule.multapses() ? 0 : rule.total());
    int sources = from.size();
    int targets = to.size();
    for (long k = 0; k < rule.total(); k++) {
      Draws draws = new Draws(network.seed(), Purpose.CONNECTIVITY, index, k);
      boolean made = false;
      while (!made) {
        long bits = draws.bits();
        int pre = Draws.below((int) bits, sources);
        int post = Draws.below((int) (bits >>> 32), targets);
        boolean self = same && pre == post && !rule.autapses();
        if (!self && (rule.multapses() || taken.add(pre, post))) {
          show(k, pre, post);
          made = true;
        }
      }
    }
  }

  /**
   * Jumps from one joined source to the next: the gaps are geometric.
   *
   * @param number of the first synapse of this target
   * @return number of the first one of the next
   */
  private long pairwise(PairwiseProbability rule, int post, long number) {
    Draws draws = new Draws(network.seed(), Purpose.CONNECTIVITY, index, post);
    double p = rule.probability();
    if (p == 0) {
      return number;
    }
    int sources = from.size();
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
        show(next++, (int) pre, post);
      }
    }
  }

  private void degrees(DegreeDistribution rule) {
    long seed = network.seed();
    Propensities out =
        Propensities.of(
            rule.outDegree(), from.size(), seed, Parameters.outDegreeAddress(network, from));
    Propensities in =
        Propensities.of(rule.inDegree(), to.size(), seed, Parameters.inDegreeAddress(network, to));
    PairSet taken = new PairSet(rule.total());
    long made = 0;
    for (long tries = 0; made < rule.total(); tries++) {
      if (tries > 200 * (rule.total() + 1000)) {
        throw new UsageException(
            "total",
            rule.total() + " different pairs could not be drawn: the degrees are too uneven");
      }
      long bits = new Draws(seed, Purpose.CONNECTIVITY, index, tries).bits();
      int pre = out.pick((int) bits);
      int post = in.pick((int) (bits >>> 32));
      boolean self = same && pre == post && !rule.autapses();
      if (!self && taken.add(pre, post)) {
        show(made, pre, post);
        made++;
      }
    }
  }

  private void convolve(Convolution c) {
    long number = 0;
    Kernel kernel = new Kernel(c, from.shape(), to.shape());
    for (int post = 0; post < end; post++) {
      for (int cell = 0; cell < kernel.cells(); cell++) {
        int pre = kernel.source(post, cell);
        if (pre >= 0) {
          show(number++, pre, post);
        }
      }
    }
  }
}
