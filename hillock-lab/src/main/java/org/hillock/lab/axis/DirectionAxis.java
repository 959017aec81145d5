package org.hillock.lab.axis;

import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.wiring.NeuronGraph;
import org.hillock.lab.wiring.ShortestCycles;

/** Forward only, or in circles? */
final class DirectionAxis implements Axis {

  /** Neurons from which a shortest cycle is searched. */
  private static final int SEARCHED = 300;

  /** Synapses gone through for them, a second at most. */
  private static final long MOST_EDGES = 60_000_000;

  private static final int SHUFFLES = 5;

  /** Synapses of networks whose wiring is shuffled, so that a shuffle takes half a second. */
  private static final int MOST_SHUFFLED = 300_000;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "direction",
        "Direction",
        "Can a neuron's signal come back to it along synapses?",
        "neurons on a circle of synapses",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject) {
    NeuronGraph graph = NeuronGraph.of(subject.network(), subject::synapses);
    int onCycle = Cycles.neuronsOnCycles(edges(graph));
    Draws draws = new Draws(subject.seed(), Purpose.EXPERIMENT, 71);
    int[] some = ShortestCycles.some(graph.neurons(), subject.sample(SEARCHED), draws);
    int[] lengths = ShortestCycles.through(graph, some, MOST_EDGES);
    Measurement.Measured measured =
        Measurement.Measured.of(
                (double) onCycle / graph.neurons(),
                "1",
                "Share of all neurons that lie on a directed cycle of synapses with weights other"
                    + " than 0: strongly connected components of the neuron graph (Tarjan 1972)."
                    + " Shortest cycles by breadth-first search from "
                    + lengths.length
                    + " of them; the control has wiring shuffled within each projection, degrees and"
                    + " signs kept (Maslov and Sneppen 2002).")
            .exactly()
            .detail("neurons_on_cycles", onCycle)
            .detail("median_shortest_cycle_synapses", ShortestCycles.median(lengths));
    if (ShortestCycles.share(lengths) > 0) {
      measured = measured.curve(distribution(lengths));
    }
    measured = shuffled(measured, graph, some, subject);
    return FeedbackCost.added(NeuronUses.added(measured, subject), subject);
  }

  private static Cycles.Edges edges(NeuronGraph graph) {
    Cycles.Edges edges = new Cycles.Edges(graph.neurons());
    for (int k = 0; k < graph.edges(); k++) {
      edges.add(graph.from()[k], graph.to()[k]);
    }
    return edges;
  }

  private static Measurement.Series distribution(int[] lengths) {
    int longest = IntStream.of(lengths).max().orElse(0);
    double[] x = IntStream.rangeClosed(1, longest).asDoubleStream().toArray();
    double[] y = new double[longest];
    for (int length : lengths) {
      if (length > 0) {
        y[length - 1] += 1.0 / lengths.length;
      }
    }
    return new Measurement.Series(
        "shortest way round", "synapses on the shortest cycle", "share of neurons", x, y);
  }

  private static Measurement.Measured shuffled(
      Measurement.Measured measured, NeuronGraph graph, int[] some, Subject subject) {
    if (graph.edges() > MOST_SHUFFLED) {
      return measured;
    }
    int shuffles = subject.quick() ? 2 : SHUFFLES;
    double low = 1;
    double high = 0;
    double[] medians = new double[shuffles];
    for (int s = 0; s < shuffles; s++) {
      NeuronGraph other = graph.shuffled(new Draws(subject.seed(), Purpose.EXPERIMENT, 72, s));
      double share = (double) Cycles.neuronsOnCycles(edges(other)) / graph.neurons();
      low = Math.min(low, share);
      high = Math.max(high, share);
      medians[s] =
          ShortestCycles.median(ShortestCycles.through(other, some, MOST_EDGES / shuffles));
    }
    Measurement.Interval median = Confidence.ofMean(medians, shuffles + " shuffles");
    return measured
        .detail("shuffled_share_on_cycles_low", low)
        .detail("shuffled_share_on_cycles_high", high)
        .detail("shuffled_median_cycle_low_synapses", median.low())
        .detail("shuffled_median_cycle_high_synapses", median.high());
  }
}
