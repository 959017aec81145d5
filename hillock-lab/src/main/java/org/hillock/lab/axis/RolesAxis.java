package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Population;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.wiring.Modularity;
import org.hillock.lab.wiring.NeuronGraph;

/** Do parts take different roles? */
final class RolesAxis implements Axis {

  private static final int SHUFFLES = 8;
  private static final int QUICK_SHUFFLES = 3;
  private static final int IMAGES = 200;
  private static final int IMAGES_IN_SPIKES = 40;

  /** Synapses that can be grouped and shuffled that often in seconds; larger ones are sampled. */
  private static final int MOST_EDGES = 60_000;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "roles",
        "Roles",
        "Do parts of it take different roles?",
        "modularity of the wiring",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public String looksAt() {
    return "which neuron is joined to which";
  }

  @Override
  public Measurement measure(Subject subject) {
    NeuronGraph graph = sample(NeuronGraph.of(subject.network(), subject::synapses), subject);
    if (graph.edges() == 0) {
      return new Measurement.NotDefined("because no synapse joins its neurons");
    }
    Modularity.Grouping found = Modularity.of(graph);
    double[] others = new double[subject.quick() ? QUICK_SHUFFLES : SHUFFLES];
    for (int s = 0; s < others.length; s++) {
      others[s] =
          Modularity.of(graph.shuffled(new Draws(subject.seed(), Purpose.EXPERIMENT, 74, s))).q();
    }
    double mean = Arrays.stream(others).average().orElseThrow();
    double sd =
        Math.sqrt(
            Arrays.stream(others).map(q -> (q - mean) * (q - mean)).sum() / (others.length - 1));
    Measurement.Interval chance = Confidence.ofMean(others, others.length + " shuffles");
    Measurement.Measured measured =
        Measurement.Measured.of(
                found.q() - mean,
                "1",
                "Newman's modularity Q of the wiring (sizes of weights, best grouping found, Blondel"
                    + " et al. 2008) above its mean in "
                    + others.length
                    + " wirings shuffled within each projection, degrees and signs kept. Of "
                    + graph.neurons()
                    + " neurons and "
                    + graph.edges()
                    + " synapses. Where there are classes, also how selective neurons are for them"
                    + " (Morcos et al. 2018).")
            .within(
                found.q() - chance.high(),
                found.q() - chance.low(),
                "95 % over " + others.length + " shuffles")
            .detail("modularity", found.q())
            .detail("modularity_shuffled", mean)
            .detail("groups", Arrays.stream(found.group()).max().orElse(0) + 1.0);
    if (sd > 0) {
      measured = measured.detail("modularity_z", (found.q() - mean) / sd);
    }
    return FeedbackCost.answers(subject) ? selectivity(measured, subject) : measured;
  }

  /** The graph, or that of as many neurons as leave few enough synapses. */
  private static NeuronGraph sample(NeuronGraph graph, Subject subject) {
    int most = subject.quick() ? MOST_EDGES / 2 : MOST_EDGES;
    if (graph.edges() <= most) {
      return graph;
    }
    int kept = (int) (graph.neurons() * Math.sqrt((double) most / graph.edges()));
    int[] order = java.util.stream.IntStream.range(0, graph.neurons()).toArray();
    new Draws(subject.seed(), Purpose.EXPERIMENT, 73).shuffle(order);
    return graph.among(Arrays.copyOf(order, Math.max(2, kept)));
  }

  private static Measurement.Measured selectivity(Measurement.Measured measured, Subject subject) {
    Dataset images = subject.images(subject.spikes() ? IMAGES_IN_SPIKES : IMAGES);
    List<Double> all = new ArrayList<>();
    List<Double> byChance = new ArrayList<>();
    int[] shuffled = images.labels().clone();
    new Draws(subject.seed(), Purpose.EXPERIMENT, 75).shuffle(shuffled);
    try (Responder responder = subject.responder()) {
      Activities seen = subject.activities(responder, images.size());
      for (Population p : subject.hidden()) {
        double[][] responses = seen.of(p.name());
        indices(responses, images.labels(), images.classes(), all);
        indices(responses, shuffled, images.classes(), byChance);
      }
    }
    if (all.isEmpty() || byChance.isEmpty()) {
      return measured;
    }
    double[] selective = all.stream().mapToDouble(Double::doubleValue).toArray();
    Measurement.Interval interval = Confidence.ofMean(selective, selective.length + " neurons");
    return measured
        .detail("selectivity", Arrays.stream(selective).average().orElseThrow())
        .detail("selectivity_low", interval.low())
        .detail("selectivity_high", interval.high())
        .detail(
            "selectivity_shuffled_labels",
            byChance.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  /** The index of each neuron, (μ − μ')/(μ + μ') of its class means, where it has one. */
  private static void indices(double[][] responses, int[] labels, int classes, List<Double> into) {
    int[] shown = new int[classes];
    Arrays.stream(labels).forEach(label -> shown[label]++);
    for (int n = 0; n < responses[0].length; n++) {
      double[] means = new double[classes];
      for (int i = 0; i < responses.length; i++) {
        means[labels[i]] += responses[i][n] / shown[labels[i]];
      }
      double most = Arrays.stream(means).max().orElseThrow();
      double others = (Arrays.stream(means).sum() - most) / (classes - 1);
      if (most + others > 0 && Arrays.stream(means).noneMatch(m -> m < 0)) {
        into.add((most - others) / (most + others));
      }
    }
  }
}
