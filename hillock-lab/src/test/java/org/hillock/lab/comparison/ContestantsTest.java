package org.hillock.lab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Decision;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Respondent;
import org.junit.jupiter.api.Test;

class ContestantsTest {

  private static final Dataset COLUMNS = Images.columns(60, 1);
  private static final Split SPLIT = Split.stratified(COLUMNS, 0.2, 1);

  private static LearningRule rule(String name, double epochs) {
    return new LearningRule(name, Map.of("epochs", Quantity.of(epochs)));
  }

  /** image → hidden → out; each projection states its rule. */
  private static Network ruled(LearningRule first, LearningRule second) {
    return Network.builder("ruled")
        .seed(2)
        .population("image", 9, "input")
        .population("hidden", 6, "relu", p -> p.bias(Values.constant(0)))
        .population("out", 2, "softmax", p -> p.bias(Values.constant(0)))
        .projection(
            "image", "hidden", Nets.dense(), p -> p.weight(Nets.normal(0.5)).learning(first))
        .projection("hidden", "out", Nets.dense(), p -> p.weight(Nets.normal(0.5)).learning(second))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static Network plain() {
    return Network.builder("plain")
        .population("image", 9, "input")
        .population("out", 2, "if")
        .projection("image", "out", Nets.dense(), p -> p.weight("0.1 mV").delay("1 ms"))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  private static Contestant own(Network network) {
    return Contestants.own(List.of(new Respondent.Described(network)), Optional.of(COLUMNS))
        .getFirst();
  }

  private static Network prepared(Contestant contestant) {
    return contestant.preparation().prepare(SPLIT, 5, Map.of(), Progress.NONE);
  }

  @Test
  void aStatedRuleIsLearntBy() {
    LearningRule rule = rule("backpropagation", 3);
    Network given = ruled(rule, rule);
    Contestant contestant = own(given);
    assertThat(contestant.kind()).isEqualTo("deep, trained by backpropagation");
    Network trained = prepared(contestant);
    assertThat(trained.provenance().history().getLast()).startsWith("trained by backpropagation");
    assertThat(trained.projection("hidden_out").weights())
        .isNotEqualTo(given.projection("hidden_out").weights())
        .isInstanceOf(Values.Listed.class);
    assertThat(prepared(contestant).projections()).isEqualTo(trained.projections());
  }

  @Test
  void whatHasLearntIsTakenAsGiven() {
    LearningRule rule = rule("backpropagation", 3);
    Network learnt =
        ruled(rule, rule)
            .withProvenance(
                new Provenance("Mine", "", List.of("trained by backpropagation, seed 1")));
    Contestant contestant = own(learnt);
    assertThat(contestant.kind()).isEqualTo("deep, as given");
    assertThat(contestant.description()).startsWith("Mine. Taken with the weights");
    assertThat(prepared(contestant)).isSameAs(learnt);
  }

  @Test
  void whatStatesNoRuleIsTakenAsGiven() {
    Contestant contestant = own(plain());
    assertThat(contestant.kind()).isEqualTo("spiking, as given");
    assertThat(contestant.description()).startsWith("Taken with the weights");
    assertThat(prepared(contestant)).isEqualTo(plain());
  }

  @Test
  void namesAreToldApart() {
    assertThat(
            Contestants.own(
                    Stream.of(plain(), plain(), plain().withName("other"), plain())
                        .<Respondent>map(Respondent.Described::new)
                        .toList(),
                    Optional.of(COLUMNS))
                .stream()
                .map(Contestant::name))
        .containsExactly("plain", "plain (2)", "other", "plain (3)");
  }

  @Test
  void twoRulesAreRefused() {
    String message =
        "projections: network 'ruled' states 2 different learning rules or settings; a comparison"
            + " trains by one";
    LearningRule three = rule("backpropagation", 3);
    for (LearningRule other : List.of(rule("backpropagation", 4), rule("forward-forward", 3))) {
      assertThatThrownBy(() -> own(ruled(three, other)))
          .isInstanceOf(UsageException.class)
          .hasMessage(message);
    }
  }

  @Test
  void networksMustFitTheData() {
    assertThatThrownBy(() -> own(Nets.brightest(4)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has 4 neurons, but an image of 'columns' has 9 pixels");
  }
}
