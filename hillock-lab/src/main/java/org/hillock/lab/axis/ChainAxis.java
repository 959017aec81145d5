package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.chain.CausalChain;
import org.hillock.lab.chain.CausalChain.Reach;
import org.hillock.lab.chain.Doings;
import org.hillock.lab.chain.Watch;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.decide.Responder;

/** How long and how broad is the chain of causes after one input? */
final class ChainAxis implements Axis {

  private static final int IMAGES = 9;
  private static final int PUSHES = 4;

  /** All runs are the same trial: they differ by what is followed, and by nothing else. */
  private static final long TRIAL = 0;

  /** Neurons that are pushed where there is no image to show. */
  private static final int PUSHED = 5;

  /** Part of the address of the draws. */
  private static final long PUSHING = 7;

  private static final double PUSH_FROM_MS = 50;
  private static final double PUSH_MS = 5;

  /** A push that makes resting cells of the shipped models fire within its time. */
  private static final double PUSH_VOLTAGE = 20;

  private static final double PUSH_CURRENT_PA = 2000;

  /** The same for cells that make no spikes, which are smaller: some tens of mV on 1.5 pF. */
  private static final double PUSH_GRADED_PA = 10;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "chain",
        "What one input sets off",
        "Along how many synapses, one after the other, does one input go on, and how many neurons"
            + " does it reach?",
        "synapses in the longest chain of causes after one input",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    return GraphChain.measure(subject, graph.dataflow(), IMAGES);
  }

  @Override
  public Measurement measure(Subject subject) {
    List<Reach> all;
    try (Responder responder = subject.responder()) {
      Watch watch = new Watch(responder.session());
      if (subject.decides()) {
        all = shown(subject, responder, watch, subject.episodes(subject.sample(IMAGES)));
      } else {
        List<Population> pushable =
            subject.summing().stream().filter(p -> p.model().biasDimension().isPresent()).toList();
        if (pushable.isEmpty()) {
          return new Measurement.NotDefined(
              "because no image can be shown to it, and none of its neurons takes an input from"
                  + " outside that could stand for one");
        }
        all = pushed(subject, pushable, responder, watch, Math.max(2, subject.sample(PUSHES)));
      }
      return told(subject, all, watch.timed());
    }
  }

  private static List<Reach> shown(Subject subject, Responder responder, Watch watch, int images) {
    Network network = subject.network();
    String port = Ports.of(network).image().name();
    Set<Integer> origins = CausalChain.numbers(network, Set.of(port));
    float[][] pixels = subject.test().first(images).images();
    List<Reach> all = new ArrayList<>();
    Map<Optional<Integer>, Doings> blank = new HashMap<>();
    for (int i = 0; i < images; i++) {
      Optional<Integer> label = subject.labelFor(i);
      float[] nothing = new float[pixels[i].length];
      Doings without = blank.computeIfAbsent(label, l -> watch.shown(responder, nothing, l, TRIAL));
      Doings with = watch.shown(responder, pixels[i], label, TRIAL);
      all.add(follow(subject, without, with, origins));
    }
    return all;
  }

  private static List<Reach> pushed(
      Subject subject, List<Population> pushable, Responder responder, Watch watch, int times) {
    List<Reach> all = new ArrayList<>();
    Doings without = watch.leftAlone(responder, subject.seed(), TRIAL);
    for (int i = 0; i < times; i++) {
      Draws draws = new Draws(subject.seed(), Purpose.EXPERIMENT, i, PUSHING);
      responder.clearInterventions();
      Set<Integer> origins = new HashSet<>();
      for (int k = 0; k < PUSHED; k++) {
        Population p = pushable.get(draws.below(pushable.size()));
        int neuron = draws.below(p.size());
        if (origins.add(CausalChain.first(subject.network(), p.name()) + neuron)) {
          responder.apply(push(p, neuron, watch.timed()));
        }
      }
      Doings with = watch.leftAlone(responder, subject.seed(), TRIAL);
      all.add(follow(subject, without, with, origins));
    }
    responder.clearInterventions();
    return all;
  }

  private static Intervention push(Population p, int neuron, boolean timed) {
    Dimension bias = p.model().biasDimension().orElse(Dimension.NONE);
    double amount = 1;
    if (bias.equals(Dimension.CURRENT)) {
      amount = p.model().family() == NeuronModel.Family.RATE ? PUSH_GRADED_PA : PUSH_CURRENT_PA;
    } else if (!bias.equals(Dimension.NONE)) {
      amount = PUSH_VOLTAGE;
    }
    return new Intervention.Stimulate(
        SiteRef.of(p.name(), new int[] {neuron}, p.model().variables().getFirst().name()),
        amount,
        timed
            ? new Intervention.Window(PUSH_FROM_MS, PUSH_FROM_MS + PUSH_MS)
            : Intervention.Window.ALWAYS);
  }

  private static Reach follow(Subject subject, Doings without, Doings with, Set<Integer> origins) {
    return CausalChain.of(
        without, with, subject.network(), subject::synapses, origins, subject.timing().stepMs());
  }

  private static Measurement told(Subject subject, List<Reach> all, boolean timed) {
    double[] longest = all.stream().mapToDouble(Reach::longest).toArray();
    Measurement.Interval over =
        Confidence.ofMean(longest, all.size() + (subject.decides() ? " images" : " pushes"))
            .notBelow(0);
    String cause =
        subject.decides()
            ? "Each of " + all.size() + " test images is held against a blank one in the same trial"
            : "The network is left alone; "
                + PUSHED
                + " neurons drawn at random are pushed for "
                + PUSH_MS
                + " ms (without time: all along), "
                + all.size()
                + " times, and each run is held against the same run without the push";
    String time =
        timed
            ? " Spikes that only one of the two runs has, and the moment from which a value differs,"
                + " are followed from synapse to synapse with their delays; what arrived in the "
                + CausalChain.WINDOW_MS
                + " ms before can have brought a change. Watched for "
                + subject.timing().windowMs()
                + " ms: where activity goes round, the chain is as long as that allows."
            : " Values that differ are followed from synapse to synapse, within a pass and from pass"
                + " to pass.";
    return Measurement.Measured.of(mean(all, Reach::longest), "1", cause + "." + time)
        .within(over.low(), over.high(), over.meaning())
        .detail("breadth_share_of_neurons", mean(all, Reach::breadth))
        .detail("neurons_reached", mean(all, Reach::reached))
        .detail("synapses_to_the_farthest_by_the_shortest_way", mean(all, Reach::fewest))
        .detail(timed ? "until_the_last_ms" : "until_the_last_pass", mean(all, Reach::lastAt))
        .detail("reached_again_share", mean(all, r -> again(subject.network(), r)))
        .detail("reached_by_no_synapse_share", mean(all, ChainAxis::unexplained))
        .curve(breadths(all));
  }

  private static double mean(List<Reach> all, ToDoubleFunction<Reach> of) {
    return all.stream().mapToDouble(of).average().orElse(0);
  }

  private static double unexplained(Reach reach) {
    return reach.reached() == 0 ? 0 : (double) reach.unexplained() / reach.reached();
  }

  /** Share of the neurons reached that lie on a circle of synapses that can have carried it. */
  private static double again(Network network, Reach reach) {
    Cycles.Edges edges = new Cycles.Edges(Math.toIntExact(network.neurons()));
    for (int k = 0; k < reach.from().length; k++) {
      edges.add(reach.from()[k], reach.to()[k]);
    }
    return reach.reached() == 0 ? 0 : (double) Cycles.neuronsOnCycles(edges) / reach.reached();
  }

  /** How much of the network lies within how many synapses. */
  private static Measurement.Series breadths(List<Reach> all) {
    int most = all.stream().mapToInt(Reach::fewest).max().orElse(0);
    double[] x = new double[most + 1];
    double[] y = new double[most + 1];
    Arrays.setAll(x, d -> d);
    for (Reach reach : all) {
      for (int d = 0; d <= most; d++) {
        int within = reach.within().get(Math.min(d, reach.fewest()));
        y[d] += reach.neurons() == 0 ? 0 : (double) within / reach.neurons() / all.size();
      }
    }
    return new Measurement.Series(
        "neurons reached", "synapses from the input, by the shortest way", "neurons (share)", x, y);
  }
}
