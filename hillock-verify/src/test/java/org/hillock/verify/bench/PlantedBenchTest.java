package org.hillock.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.patch.CausalMap;
import org.hillock.lab.patch.Patching;
import org.hillock.lab.trace.Neuron;
import org.hillock.lab.trace.Trace;
import org.hillock.lab.trace.Tracing;
import org.hillock.lab.wiring.ShuffledWiring;
import org.hillock.lab.workbench.Workbench;
import org.junit.jupiter.api.Test;

/**
 * Twenty random networks for each verb in which it is known who carries an effect: all of them are
 * found, and in networks with shuffled wiring, where they carry nothing but by chance, hardly any.
 */
class PlantedBenchTest {

  private static final int NETWORKS = 20;

  /** Neurons that are called carriers in controls though nothing was planted there, at most. */
  private static final double FALSE_FINDINGS = 0.05;

  private static final int CELLS = 60;

  /** A network, who was planted in it, and whom they act on. */
  private record Planted(Network network, Set<Integer> relays, int target) {}

  /**
   * A source fires once; a chain of two relays, strong synapses among many weak ones, brings that
   * to one of the targets.
   */
  private static Planted chain(long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 7);
    int[] cells = new int[CELLS];
    for (int i = 0; i < CELLS; i++) {
      cells[i] = i;
    }
    draws.shuffle(cells);
    int first = cells[0];
    int second = cells[1];
    int target = draws.below(CELLS);
    Pairs in = new Pairs();
    Pairs within = new Pairs();
    Pairs out = new Pairs();
    in.add(0, first, 30);
    within.add(first, second, 30);
    out.add(second, target, 30);
    for (int i = 2; i < CELLS; i++) {
      in.add(0, cells[i], 1);
      within.add(cells[i], cells[2 + draws.below(CELLS - 2)], 1);
      out.add(cells[i], (target + i - 1) % CELLS, 1);
    }
    Network network =
        Network.builder("chain-" + seed)
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {5}))
            .population("cells", CELLS, "lif-delta", p -> p)
            .population("targets", CELLS, "lif-delta", p -> p)
            .projection("in", "source", "cells", in.ends(), p -> p.weight(in.mv()).delay("1 ms"))
            .projection(
                "within", "cells", "cells", within.ends(), p -> p.weight(within.mv()).delay("1 ms"))
            .projection(
                "out", "cells", "targets", out.ends(), p -> p.weight(out.mv()).delay("1 ms"))
            .build();
    return new Planted(network, Set.of(first, second), target);
  }

  /** Hidden neurons of which three, and no others, join an input to one of the outputs. */
  private static Planted relays(long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 8);
    int[] cells = new int[CELLS];
    for (int i = 0; i < CELLS; i++) {
      cells[i] = i;
    }
    draws.shuffle(cells);
    Set<Integer> planted = new TreeSet<>();
    Pairs in = new Pairs();
    Pairs out = new Pairs();
    int target = draws.below(CELLS);
    for (int i = 0; i < CELLS; i++) {
      boolean relay = i < 3;
      in.add(relay ? 0 : 1 + draws.below(7), cells[i], 0.5 + draws.uniform());
      out.add(cells[i], relay ? target : (target + i) % CELLS, 0.5 + draws.uniform());
      if (relay) {
        planted.add(cells[i]);
      }
    }
    Network network =
        Network.builder("relays-" + seed)
            .population("image", 8, "input", p -> p)
            .population("cells", CELLS, "relu", p -> p)
            .population("targets", CELLS, "identity", p -> p)
            .projection("in", "image", "cells", in.ends(), p -> p.weight(in.plain()))
            .projection("out", "cells", "targets", out.ends(), p -> p.weight(out.plain()))
            .build();
    return new Planted(network, planted, target);
  }

  /** Synapses as they are listed. */
  private static final class Pairs {
    private final List<Integer> pre = new ArrayList<>();
    private final List<Integer> post = new ArrayList<>();
    private final List<Double> weight = new ArrayList<>();

    void add(int from, int to, double w) {
      pre.add(from);
      post.add(to);
      weight.add(w);
    }

    Connectivity ends() {
      return new Connectivity.EdgeList(Indices.of(pre), Indices.of(post));
    }

    Values mv() {
      return new Values.Listed(numbers(), Unit.MV);
    }

    Values plain() {
      return new Values.Listed(numbers(), Unit.NONE);
    }

    private Numbers numbers() {
      return Numbers.of(weight.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static String target(Planted planted) {
    return "targets[" + planted.target() + "]";
  }

  /** The bench on a planted network, or on one of the same neurons with shuffled wiring. */
  private static Workbench bench(Planted planted, boolean shuffled) {
    Network network = shuffled ? ShuffledWiring.of(planted.network(), 3, 1) : planted.network();
    Workbench bench = Workbench.of(network);
    return network.name().startsWith("chain")
        ? bench.lasting(20)
        : bench.showing(Stimulus.frame("image", new float[] {1, 0, 0, 0, 0, 0, 0, 0}));
  }

  /** The cells that a verb finds to carry something to the target. */
  private static void find(
      BiFunction<Long, Boolean, Planted> networks,
      BiFunction<Planted, Workbench, Set<Integer>> verb) {
    int planted = 0;
    int found = 0;
    int others = 0;
    int wrong = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Planted one = networks.apply(seed, false);
      Set<Integer> here = verb.apply(one, bench(one, false));
      planted += one.relays().size();
      found += (int) one.relays().stream().filter(here::contains).count();
      others += (int) here.stream().filter(n -> !one.relays().contains(n)).count();
      Set<Integer> control = verb.apply(one, bench(one, true));
      wrong += (int) one.relays().stream().filter(control::contains).count();
    }
    assertThat(found).as("recall").isEqualTo(planted);
    assertThat(others).as("beside what was planted").isZero();
    assertThat((double) wrong / planted)
        .as("in shuffled wiring")
        .isLessThanOrEqualTo(FALSE_FINDINGS);
  }

  private static boolean changes(Planted planted, Workbench bench, String done) {
    Activity before = bench.activity();
    Activity after = bench.with(done).activity();
    return before.levels("targets")[planted.target()] != after.levels("targets")[planted.target()];
  }

  private static Set<Integer> eachChanging(Planted planted, Workbench bench, String done) {
    Set<Integer> found = new HashSet<>();
    for (int n = 0; n < CELLS; n++) {
      if (changes(planted, bench, done.formatted(n))) {
        found.add(n);
      }
    }
    return found;
  }

  @Test
  void silencingFindsTheRelaysOfASpike() {
    find((seed, _) -> chain(seed), (one, bench) -> eachChanging(one, bench, "silence cells[%d]"));
  }

  @Test
  void silencingInputsFindsThem() {
    find(
        (seed, _) -> chain(seed),
        (one, bench) -> eachChanging(one, bench, "silence inputs of cells[%d]"));
  }

  @Test
  void clampingFindsThem() {
    find((seed, _) -> chain(seed), (one, bench) -> eachChanging(one, bench, "clamp cells[%d] = 0"));
  }

  @Test
  void silencingFindsTheRelaysOfAValue() {
    find((seed, _) -> relays(seed), (one, bench) -> eachChanging(one, bench, "silence cells[%d]"));
  }

  /** Whoever is stimulated and moves the target, reaches it: the relays do, and nobody else. */
  @Test
  void stimulatingFindsThem() {
    find(
        (seed, _) -> relays(seed),
        (one, bench) -> eachChanging(one, bench, "stimulate cells[%d] = 1"));
  }

  @Test
  void tracingFindsTheSmallestSetInSpikes() {
    find((seed, _) -> chain(seed), (one, bench) -> carriers(one, bench, "silence source"));
  }

  @Test
  void tracingFindsTheSmallestSetInValues() {
    find(
        (seed, _) -> relays(seed),
        (one, bench) -> {
          Workbench nothing = bench.showing(Stimulus.frame("image", new float[8]));
          return named(bench.traceAgainst(nothing, target(one)));
        });
  }

  private static Set<Integer> carriers(Planted one, Workbench bench, String cause) {
    Tracing tracing =
        new Tracing(
            bench.experiment(),
            bench.with(cause).experiment(),
            cause,
            Set.of(new Neuron("source", 0)));
    return named(
        tracing.trace(
            new Tracing.Extent(Optional.of(SiteRef.parse(target(one))), 500, 0, 1), Progress.NONE));
  }

  private static Set<Integer> named(Trace trace) {
    Set<Integer> found = new HashSet<>();
    trace.carriers().ifPresent(c -> c.neurons().stream().map(Neuron::number).forEach(found::add));
    return found;
  }

  @Test
  void patchingFindsThem() {
    find(
        (seed, _) -> relays(seed),
        (one, bench) -> {
          Workbench other = bench.showing(Stimulus.frame("image", new float[8]));
          CausalMap map =
              new Patching(bench.experiment(), other.experiment())
                  .map(each(), Optional.of(SiteRef.parse(target(one))), Progress.NONE);
          Set<Integer> found = new HashSet<>();
          map.patches().stream()
              .filter(p -> p.share() > 0.05)
              .forEach(p -> found.add(p.neurons()[0]));
          return found;
        });
  }

  /** The spikes of one trial are put into another in which the source does not fire. */
  @Test
  void patchingSpikesFindsThem() {
    find(
        (seed, _) -> chain(seed),
        (one, bench) -> {
          Workbench silent = bench.with("silence source");
          CausalMap map =
              new Patching(silent.experiment(), bench.experiment())
                  .map(each(), Optional.of(SiteRef.parse(target(one))), Progress.NONE);
          Set<Integer> found = new HashSet<>();
          map.patches().stream()
              .filter(p -> p.share() > 0.5)
              .forEach(p -> found.add(p.neurons()[0]));
          return found;
        });
  }

  private static List<SiteRef> each() {
    List<SiteRef> sites = new ArrayList<>();
    for (int n = 0; n < CELLS; n++) {
      sites.add(new SiteRef("cells", List.of(new SiteRef.Range(n, n)), Map.of(), Optional.empty()));
    }
    return sites;
  }

  /** One projection of several is the way; cut, the target falls silent. */
  @Test
  void lesionsFindTheWay() {
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Planted one = chain(seed);
      Workbench bench = bench(one, false);
      for (String projection : List.of("in", "within", "out")) {
        assertThat(changes(one, bench, "lesion " + projection)).isTrue();
      }
    }
  }
}
