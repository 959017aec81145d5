package org.hillock.lab.scene.dog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;

/**
 * The network before it learns: five areas of excitatory cells, each joined to all cells of all
 * areas behind vision by synapses of one weak weight, and inhibitory cells that hear and calm all
 * of them.
 */
final class DogNetwork {

  /** Areas whose synapses learn, with their cells. */
  static final Map<String, Integer> AREAS =
      Map.of("vision", 200, "words", 60, "motion", 40, "memory", 40, "emotion", 40);

  /** The same in order. */
  static final List<String> ORDER = List.of("vision", "words", "motion", "memory", "emotion");

  /** The weight at the start and the largest, pA. */
  static final double WEAKEST_PA = 10;

  static final double STRONGEST_PA = 300;

  static final String PICTURE = "picture";
  static final String INHIBITION = "inhibition";
  static final String REWARD = "reward";
  static final String DOPAMINE = "dopamine";
  static final double STEP_MS = 1;
  static final double WINDOW_MS = 200;

  private static final Quantity WEAKEST = Quantity.of(WEAKEST_PA, "pA");
  private static final Quantity STRONGEST = Quantity.of(STRONGEST_PA, "pA");

  private DogNetwork() {}

  /**
   * The network.
   *
   * @param seed of what is drawn: which pixels each cell of vision sees
   */
  static Network untaught(long seed) {
    NetworkBuilder builder =
        Network.builder("dog")
            .seed(seed)
            .provenance(
                new Provenance(
                    "Areas for what is seen, called, done, remembered and felt, joined by synapses"
                        + " that have yet to learn",
                    "",
                    List.of()))
            .population(
                PICTURE,
                Shape.of(Drawing.SIDE, Drawing.SIDE, 1),
                "poisson",
                p -> p.param("rate", "800 Hz"));
    ORDER.forEach(area ->
        builder.population(
            area,
            AREAS.getOrDefault(area, 0),
            "lif-exp",
            p -> p.param("tau_exc", "2 ms").param("tau_inh", "5 ms").param("t_ref", "5 ms")));
    builder.population(
        INHIBITION, 30, "lif-exp", p -> p.param("tau_exc", "2 ms").param("tau_inh", "5 ms"));
    Map.of("heard", 60, "watched", 40, "visited", 40, "felt", 40, REWARD, 1).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e ->
            builder.population(
                e.getKey(),
                e.getValue(),
                "spike-list",
                p ->
                    p.spikes(
                        Collections.nCopies(e.getValue(), new double[0])
                            .toArray(double[][]::new))));
    innate(builder);
    for (String from : ORDER) {
      for (String to : ORDER.subList(1, ORDER.size())) {
        builder.projection(
            from,
            to,
            from.equals(to) ? new Connectivity.AllButOwn() : new Connectivity.Dense(),
            p ->
                p.weight(new Values.Constant(WEAKEST))
                    .delay("2 ms")
                    .receptor("excitatory")
                    .plasticity(to.equals("emotion") ? rewarded() : paired()));
      }
    }
    return builder
        .modulator(
            new Modulator(
                DOPAMINE,
                0,
                Optional.of(Quantity.parse("100 ms")),
                Optional.empty(),
                // a spike in 1 ms is 1 kHz of one cell: each lifts the level by half
                Optional.of(new Modulator.Activity(REWARD, Modulator.Measure.PER_HZ, 0.05)),
                List.of()))
        .decision(
            new Decision.Votes(
                "words", 3, Quantity.of(WINDOW_MS, "ms"), Quantity.of(STEP_MS, "ms"), labels()))
        .build();
  }

  /** What is there from birth: eyes and ears, and inhibition. */
  private static void innate(NetworkBuilder builder) {
    builder.projection(
        PICTURE,
        "vision",
        new Connectivity.FixedInDegree(12, true, false),
        p -> p.weight("48 pA").delay("1 ms").receptor("excitatory"));
    for (Group group : Group.values()) {
      if (group.cells()[0] == 0) {
        builder.projection(
            group.source(),
            group.area(),
            new Connectivity.OneToOne(),
            p -> p.weight("5 nA").delay("1 ms").receptor("excitatory"));
      }
    }
    for (String area : ORDER) {
      builder.projection(
          area,
          INHIBITION,
          new Connectivity.Dense(),
          p -> p.weight("60 pA").delay("1 ms").receptor("excitatory"));
      builder.projection(
          INHIBITION,
          area,
          new Connectivity.Dense(),
          p -> p.weight("40 pA").delay("1 ms").receptor("inhibitory"));
    }
  }

  /** Spike after spike strengthens, the other order weakens. */
  private static Plasticity paired() {
    return new Plasticity(
        SynapseRules.named("dog", "stdp-pair"),
        new TreeMap<>(Map.of("a_plus", Quantity.of(0.02), "a_minus", Quantity.of(0.021))),
        Quantity.parse("0 pA"),
        STRONGEST,
        Plasticity.DelaySide.AXONAL,
        Map.of());
  }

  /** The same, remembered for a while and made a weight only where dopamine comes. */
  private static Plasticity rewarded() {
    return new Plasticity(
        SynapseRules.named("dog", "reward-stdp"),
        new TreeMap<>(
            Map.of(
                "tonic",
                Quantity.of(0),
                "interval",
                Quantity.parse("20 ms"),
                "tau_c",
                Quantity.parse("200 ms"),
                "gain",
                Quantity.of(1))),
        Quantity.parse("0 pA"),
        STRONGEST,
        Plasticity.DelaySide.AXONAL,
        Map.of());
  }

  private static List<Integer> labels() {
    List<Integer> labels = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      labels.addAll(Collections.nCopies(Group.SIZE, k));
    }
    return labels;
  }

  /** The same with weights as they are and synapses that do not learn any more. */
  static Network grown(Network learnt) {
    List<Projection> still =
        learnt.projections().values().stream()
            .map(p -> p.withPlasticity(Optional.empty()))
            .toList();
    return learnt.with(List.of(), still);
  }
}
