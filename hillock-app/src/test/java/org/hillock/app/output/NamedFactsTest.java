package org.hillock.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronNames;
import org.hillock.core.network.Population;
import org.junit.jupiter.api.Test;

class NamedFactsTest {

  private static Network worm() {
    Network plain =
        Network.builder("worm")
            .population("neurons", 2, "lif-exp")
            .population("muscle", 3, "relu")
            .build();
    Population p = plain.population("neurons").withNames(NeuronNames.of(List.of("AVAL", "AVAR")));
    return plain.with(List.of(p), List.of());
  }

  @Test
  void numbersStayAndNamesAreAdded() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("site", "neurons[1].v");
    tree.put("range", "neurons[0..1].v");
    tree.put("other", "muscle[1].value");
    tree.put("carriers", List.of("neurons[0]", "muscle[2]"));
    tree.put(
        "populations",
        List.of(
            Map.of("name", "neurons", "most", List.of(Map.of("neuron", 0))),
            Map.of("population", "muscle", "neuron", 2)));
    Map<String, ?> named = NamedFacts.of(Optional.of(worm()), tree);
    assertThat(JsonText.of(named))
        .contains("\"site\" : \"neurons[1].v\"", "\"siteNamed\" : \"neurons[AVAR].v\"")
        .contains("\"carriersNamed\" : [ \"neurons[AVAL]\", \"muscle[2]\" ]")
        .contains("\"neuronNamed\" : \"AVAL\"")
        .doesNotContain("rangeNamed", "otherNamed");
    assertThat(named.keySet())
        .containsExactly(
            "site", "siteNamed", "range", "other", "carriers", "carriersNamed", "populations");
  }

  @Test
  void withoutNamesNothingIsAdded() {
    Map<String, Object> tree = Map.of("site", "neurons[1].v");
    Network plain = Network.builder("plain").population("neurons", 2, "lif-exp").build();
    assertThat(NamedFacts.of(Optional.of(plain), tree)).isSameAs(tree);
    assertThat(NamedFacts.of(Optional.empty(), tree)).isSameAs(tree);
  }
}
