package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;

class NeuronNamesTest {

  private static final Network WORM =
      Network.builder("worm")
          .population(
              new Population(
                      "neurons",
                      Shape.of(3),
                      "relu",
                      Map.of(),
                      Optional.empty(),
                      List.of(),
                      List.of())
                  .withNames(NeuronNames.of(List.of("AVAL", "AVAR", "720575940629970489"))))
          .population("others", 2, "relu", p -> p)
          .build();

  private static int[] found(String site) {
    return Site.bind(WORM, SiteRef.parse(site)).neurons().toArray();
  }

  @Test
  void addressesMayNameNeurons() {
    assertThat(found("neurons[AVAR]")).containsExactly(1);
    assertThat(found("AVAR.value")).containsExactly(1);
    assertThat(found("neurons[0,AVAR].sum")).containsExactly(0, 1);
    assertThat(found("neurons[AVA*]")).containsExactly(0, 1);
    assertThat(found("neurons[720575940629970489]")).containsExactly(2);
    assertThat(SiteRef.parse("neurons[0,AVAR].sum")).hasToString("neurons[0,AVAR].sum");
    assertThat(Site.bind(WORM, SiteRef.parse("AVAR.sum")).ref()).hasToString("neurons[1].sum");
  }

  @Test
  void aWrongNameGetsTheNearest() {
    assertThatThrownBy(() -> found("neurons[AVAK]"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "site 'neurons[AVAK]': no neuron of 'neurons' is called 'AVAK'; did you mean 'AVAL'?");
    assertThatThrownBy(() -> found("AVBR")).hasMessageContaining("did you mean 'AVAR'?");
    assertThatThrownBy(() -> found("others[a]"))
        .hasMessageContaining("has 'a' where a number or a range such as 0..9 belongs");
  }

  @Test
  void namesMustDifferAndCannotBeNumbers() {
    assertThatThrownBy(() -> NeuronNames.of(List.of("a", "b", "a")))
        .hasMessageContaining("'a' names two neurons, 0 and 2");
    for (String bad : List.of("12", "0..3", " a", "a]", "a,b", "")) {
      assertThatThrownBy(() -> NeuronNames.of(List.of(bad)))
          .hasMessageContaining("cannot name a neuron");
    }
    assertThatThrownBy(() -> WORM.population("others").withNames(NeuronNames.of(List.of("a"))))
        .hasMessageContaining("populations.others.names: lists 1 names for 2 neurons");
  }
}
