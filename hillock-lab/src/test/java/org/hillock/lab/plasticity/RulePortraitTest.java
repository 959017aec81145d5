package org.hillock.lab.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hillock.lab.plasticity.PairRulesTest.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.SynapseRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a rule. */
class RulePortraitTest {

  private static List<RulePortrait.Chart> charts(String name) {
    return new RulePortrait(rule(name), Map.of()).charts();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stdp-pair        | one pair of spikes, against their rate
          stdp-triplet     | one pair of spikes, against their rate
          bcm              | 60 pairs at 20 Hz, against their rate
          diehl-cook-2015  | 60 pairs at 20 Hz, against their rate
          reward-stdp      | one pair of spikes, against their rate
          tsodyks-markram  | each spike of a train
          synaptic-scaling |
          """)
  void eachRuleShowsWhatItDoes(String name, String shown) {
    List<String> wanted = shown == null ? List.of() : Arrays.asList(shown.split(", "));
    List<RulePortrait.Chart> charts = charts(name);
    assertThat(charts).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(charts.get(i).title()).contains(wanted.get(i));
    }
  }

  @Test
  void allNumbersAreFinite() {
    for (String name : SynapseRules.names()) {
      for (RulePortrait.Chart chart : charts(name)) {
        for (RulePortrait.Curve curve : chart.curves()) {
          assertThat(curve.x()).hasSameSizeAs(curve.y());
          assertThat(Arrays.stream(curve.y()).allMatch(Double::isFinite)).as(name).isTrue();
        }
      }
    }
  }
}
