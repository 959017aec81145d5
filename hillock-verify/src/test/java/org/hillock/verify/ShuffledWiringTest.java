package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.wiring.ShuffledWiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control of wiring keeps what it promises to keep, and nothing else. */
class ShuffledWiringTest {

  @TempDir private Path folder;

  private static final Path NETWORKS = Path.of("..", "networks");

  private static Network network(String file) {
    return NetworkYaml.read(NETWORKS.resolve(file));
  }

  /** How many synapses each neuron sends, or receives, of those that something holds for. */
  private static int[] degrees(Network network, Projection p, boolean sent, IntPredicate counted) {
    Synapses all = Wiring.of(network, p);
    int[] ends = sent ? all.pre() : all.post();
    int[] degrees = new int[network.population(sent ? p.from() : p.to()).size()];
    for (int k = 0; k < ends.length; k++) {
      degrees[ends[k]] += counted.test(k) ? 1 : 0;
    }
    return degrees;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "brunel-small.net.yaml",
        "digits-mlp.net.yaml",
        "vogels-abbott-2005.net.yaml",
        "digits-rnn.net.yaml"
      })
  void everyNeuronKeepsHowManyItSendsAndReceivesOfEitherSign(String file) {
    Network before = network(file);
    Network after = ShuffledWiring.of(before, 1, 0);
    for (Projection p : before.projections().values()) {
      Projection q = after.projection(p.name());
      for (int sign : new int[] {1, -1}) {
        double[] wereWeights = Wiring.of(before, p).weight();
        double[] areWeights = Wiring.of(after, q).weight();
        for (boolean sent : new boolean[] {true, false}) {
          assertThat(degrees(after, q, sent, k -> Math.signum(areWeights[k]) == sign))
              .as(p.name() + (sent ? " sends" : " receives"))
              .isEqualTo(degrees(before, p, sent, k -> Math.signum(wereWeights[k]) == sign));
        }
      }
    }
  }

  /**
   * Two populations joined within and between by gaps, drawn by chance, each in both directions.
   */
  private Network joined() throws IOException {
    Draws draws = new Draws(7, Purpose.EXPERIMENT, 0);
    Set<List<Integer>> within = new LinkedHashSet<>();
    while (within.size() < 200) {
      int a = draws.below(40);
      int b = draws.below(40);
      if (a != b) {
        within.add(List.of(Math.min(a, b), Math.max(a, b)));
      }
    }
    List<List<Integer>> bothWays = new ArrayList<>(within);
    within.forEach(edge -> bothWays.add(edge.reversed()));
    Set<List<Integer>> between = new LinkedHashSet<>();
    while (between.size() < 150) {
      between.add(List.of(draws.below(40), draws.below(30)));
    }
    List<List<Integer>> back = between.stream().map(List::reversed).toList();
    String text =
        """
        name: joined
        seed: 1
        neurons:
          leaky: |
            neuron leaky
            state v = -60 mV
            dv/dt = ((-60 mV - v)*10 nS + i_gap)/(100 pF)
            coupling gap in nS: i_gap = w*(v_pre - v)
            output v
        populations:
          left: {size: 40, neuron: leaky}
          right: {size: 30, neuron: leaky}
        projections:
          within: {from: left, to: left, receptor: gap, connect: edges, edges: %s, weight: %s}
          there: {from: left, to: right, receptor: gap, connect: edges, edges: %s, weight: %s}
          back: {from: right, to: left, receptor: gap, connect: edges, edges: %s, weight: %s}
        """
            .formatted(
                bothWays,
                weights(200, 2),
                new ArrayList<>(between),
                weights(150, 1),
                back,
                weights(150, 1));
    Path file = Files.writeString(folder.resolve("joined.net.yaml"), text);
    return NetworkYaml.read(file);
  }

  /** The weights 1, 2, 3 … nS, so many times over. */
  private static String weights(int count, int times) {
    return IntStream.range(0, count * times)
        .mapToObj(k -> Integer.toString(k % count + 1))
        .collect(Collectors.joining(", ", "{values: [", "], unit: nS}"));
  }

  /** By both ends, the weight of each synapse. */
  private static Map<Long, Double> weights(Network network, String projection) {
    Synapses all = Wiring.of(network, network.projection(projection));
    Map<Long, Double> weights = new HashMap<>();
    for (int k = 0; k < all.pre().length; k++) {
      Double before = weights.put(((long) all.pre()[k] << 32) | all.post()[k], all.weight()[k]);
      assertThat(before).as("a pair that is joined twice").isNull();
    }
    return weights;
  }

  @Test
  void electricalSynapsesStillConductBothWays() throws IOException {
    Network before = joined();
    Network after = ShuffledWiring.of(before, 1, 0);
    Map<Long, Double> within = weights(after, "within");
    within.forEach((pair, weight) -> assertThat(within.get(turned(pair))).isEqualTo(weight));
    assertThat(within.keySet()).noneMatch(pair -> turned(pair).equals(pair));
    Map<Long, Double> there = weights(after, "there");
    Map<Long, Double> back = weights(after, "back");
    assertThat(there).hasSize(150).hasSameSizeAs(back);
    there.forEach((pair, weight) -> assertThat(back.get(turned(pair))).isEqualTo(weight));
    for (String name : List.of("within", "there", "back")) {
      Set<Long> kept = new HashSet<>(weights(before, name).keySet());
      kept.retainAll(weights(after, name).keySet());
      // of 1,560 pairs of left or 1,200 of both, 400 or 150 are joined: chance keeps a fourth
      assertThat(kept.size()).as(name).isLessThan(weights(after, name).size() / 2);
      for (boolean sent : new boolean[] {true, false}) {
        assertThat(degrees(after, after.projection(name), sent, _ -> true))
            .isEqualTo(degrees(before, before.projection(name), sent, _ -> true));
      }
    }
  }

  private static Long turned(long pair) {
    return (pair << 32) | (pair >>> 32);
  }

  @Test
  void theSameSeedGivesTheSameControlAndAnotherNumberAnother() throws IOException {
    Network network = joined();
    Map<Long, Double> once = weights(ShuffledWiring.of(network, 1, 0), "within");
    assertThat(weights(ShuffledWiring.of(network, 1, 0), "within")).isEqualTo(once);
    assertThat(weights(ShuffledWiring.of(network, 1, 1), "within")).isNotEqualTo(once);
  }
}
