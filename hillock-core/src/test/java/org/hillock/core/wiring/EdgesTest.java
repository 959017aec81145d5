package org.hillock.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EdgesTest {

  private static final int N = 90;
  private static final long SEED = 77;

  private static final Distribution UNEVEN = new Distribution.LogNormal(1, 1.5, Unit.NONE);

  private static Network recurrent(int size, Connectivity connectivity) {
    return Network.builder("r")
        .seed(SEED)
        .population("a", size, "relu")
        .projection("a", "a", connectivity, p -> p.weight("2"))
        .build();
  }

  private static Edges edges(int size, Connectivity connectivity) {
    Network network = recurrent(size, connectivity);
    return Wiring.edges(network, network.projection("a_a"));
  }

  /** Numbers and ends. */
  private static List<String> drawn(Edges edges, long from, long to) {
    List<String> drawn = new ArrayList<>();
    edges.draw(
        from,
        to,
        batch -> {
          for (int i = 0; i < batch.count(); i++) {
            drawn.add(batch.number()[i] + ": " + batch.pre()[i] + " " + batch.post()[i]);
          }
        });
    return drawn;
  }

  static List<Connectivity> rules() {
    return List.of(
        new Dense(),
        new AllToAll(false),
        new OneToOne(),
        EdgeList.of(new int[] {3, 1, 4, 1, 5}, new int[] {9, 2, 6, 5, 3}),
        new FixedInDegree(20, false, true),
        new FixedInDegree(20, false, false),
        new FixedTotalNumber(4000, false, true),
        new FixedTotalNumber(4000, true, false),
        new PairwiseProbability(0.3, false),
        new PairwiseProbability(0, true),
        new DegreeDistribution(2000, UNEVEN, UNEVEN, false));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void partsInTurnAreTheWholeInTheOrderOfItsNumbers(Connectivity rule) {
    Edges edges = edges(N, rule);
    List<String> whole = drawn(edges, 0, edges.units());
    for (int k = 0; k < whole.size(); k++) {
      assertThat(whole.get(k)).startsWith(k + ": ");
    }
    List<String> parts = new ArrayList<>();
    long third = edges.units() / 3;
    parts.addAll(drawn(edges, 0, third));
    parts.addAll(drawn(edges, third, third));
    parts.addAll(drawn(edges, third, third + 1));
    parts.addAll(drawn(edges, third + 1, edges.units()));
    assertThat(parts).isEqualTo(whole);
  }

  /** Few of many pairs: found source by source. The rule told plainly is a try at a time. */
  @Test
  void pairsOfDegreesAreThoseOfOneTryAfterAnother() {
    int size = 3000;
    DegreeDistribution rule = new DegreeDistribution(9000, UNEVEN, UNEVEN, false);
    Network network = recurrent(size, rule);
    var population = network.population("a");
    Propensities out =
        Propensities.of(UNEVEN, size, SEED, Parameters.outDegreeAddress(network, population));
    Propensities in =
        Propensities.of(UNEVEN, size, SEED, Parameters.inDegreeAddress(network, population));
    Set<Long> taken = new HashSet<>();
    List<String> plain = new ArrayList<>();
    int tries = 0;
    while (plain.size() < rule.total()) {
      long bits = new Draws(SEED, Purpose.CONNECTIVITY, 0, tries++).bits();
      int pre = out.pick((int) bits);
      int post = in.pick((int) (bits >>> 32));
      if (pre != post && taken.add((long) pre << 32 | post)) {
        plain.add(plain.size() + ": " + pre + " " + post);
      }
    }
    assertThat(PairSet.isDense((long) size * size, rule.total())).isFalse();
    assertThat(tries).isGreaterThan((int) rule.total() + 100);
    assertThat(drawn(edges(size, rule), 0, rule.total())).isEqualTo(plain);
  }

  @Test
  void aSetOfPairsKnowsThemFewOrMany() {
    for (long expected : new long[] {8, 100_000}) {
      Draws random = new Draws(5, Purpose.TRIAL, 0);
      PairSet pairs = new PairSet(200, 3000, expected);
      Set<Long> plain = new HashSet<>();
      for (int k = 0; k < 20_000; k++) {
        int pre = random.below(200);
        int post = random.below(3000);
        assertThat(pairs.add(pre, post)).isEqualTo(plain.add((long) pre << 32 | post));
      }
    }
  }
}
