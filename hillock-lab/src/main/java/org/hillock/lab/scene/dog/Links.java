package org.hillock.lab.scene.dog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Session;
import org.hillock.core.session.Stimulus;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.chain.CausalChain;
import org.hillock.lab.chain.Watch;

/** What was learnt, and the way that a picture takes along it. */
final class Links {

  /**
   * A synapse that has grown to this many times its first weight counts as learnt: half-way, on a
   * scale of factors, to the thirtyfold that it may grow to.
   */
  static final double GROWN = 5;

  private final Network network;
  private final Map<String, Synapses> wiring = new HashMap<>();
  private final Map<String, Synapses> grown = new HashMap<>();

  Links(Network network) {
    this.network = network;
  }

  private Synapses all(Projection projection) {
    return wiring.computeIfAbsent(projection.name(), _ -> Wiring.of(network, projection));
  }

  /** Mean weight in pA between two groups. */
  double between(Group from, Group to) {
    Set<Integer> sources = set(from.cells());
    Set<Integer> targets = set(to.cells());
    return mean(
        network.projection(from.area() + "_" + to.area()),
        (pre, post) -> sources.contains(pre) && targets.contains(post));
  }

  /** Mean weight in pA of some cells of vision onto a group. */
  double ofVision(Set<Integer> cells, Group to) {
    Set<Integer> targets = set(to.cells());
    return mean(
        network.projection("vision_" + to.area()),
        (pre, post) -> cells.contains(pre) && targets.contains(post));
  }

  private static Set<Integer> set(int[] cells) {
    return IntStream.of(cells).boxed().collect(Collectors.toSet());
  }

  private double mean(Projection projection, BiPredicate<Integer, Integer> among) {
    Synapses synapses = all(projection);
    return IntStream.range(0, synapses.count())
        .filter(k -> among.test(synapses.pre()[k], synapses.post()[k]))
        .mapToDouble(k -> synapses.weight()[k])
        .average()
        .orElse(0);
  }

  /** Innate synapses that excite, and those of the others that have grown. */
  private Synapses carrying(Projection p) {
    Synapses every = all(p);
    if (!DogNetwork.ORDER.contains(p.from()) && !p.from().equals(DogNetwork.INHIBITION)) {
      return every;
    }
    double[] weight = every.weight().clone();
    for (int k = 0; k < weight.length; k++) {
      // nobody here fires without the picture, so no spike of theirs comes of less inhibition
      weight[k] = weight[k] < GROWN * DogNetwork.WEAKEST_PA ? 0 : weight[k];
    }
    return new Synapses(every.pre(), every.post(), weight, every.delayMs());
  }

  /** How far a picture goes along innate and grown synapses, against nothing. */
  CausalChain.Reach reach(Experiment shown) {
    try (Session session = shown.open()) {
      Watch watch = new Watch(session);
      var with =
          watch.run(() -> {
            shown.begin(session);
            shown.play(session);
          });
      var without =
          watch.run(() -> {
            shown.begin(session);
            session.present(new Stimulus.Nothing(DogNetwork.PICTURE));
            shown.showing(java.util.List.of()).play(session);
          });
      return CausalChain.of(
          without,
          with,
          network,
          p -> grown.computeIfAbsent(p.name(), _ -> carrying(p)),
          CausalChain.numbers(network, Set.of(DogNetwork.PICTURE)),
          DogNetwork.STEP_MS);
    }
  }
}
