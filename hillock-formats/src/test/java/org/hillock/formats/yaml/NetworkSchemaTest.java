package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.NeuronModels;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NetworkSchemaTest {

  private static final JsonNode SCHEMA = new JsonMapper().readTree(NetworkSchema.text());

  @Test
  void theShippedSchemaIsWhatTheReaderKnows() throws Exception {
    try (var in = NetworkYaml.class.getResourceAsStream("network.schema.json")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(NetworkSchema.text());
    }
  }

  @Test
  void keysAreTheReaders() {
    assertThat(SCHEMA.at("/properties").propertyNames()).containsAll(Vocabulary.NETWORK);
    assertThat(SCHEMA.at("/$defs/population/properties").propertyNames())
        .containsExactlyElementsOf(Vocabulary.POPULATION);
    assertThat(SCHEMA.at("/$defs/projection/properties").propertyNames())
        .containsExactlyElementsOf(Vocabulary.PROJECTION);
  }

  @Test
  void neuronsAreAllThatAreKnown() {
    Set<String> named = new TreeSet<>();
    SCHEMA
        .at("/$defs/population/properties/neuron/anyOf/0/enum")
        .forEach(n -> named.add(n.stringValue()));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            NeuronModels.all().stream().map(m -> m.name()).toList());
  }

  @Test
  void everyConnectivityHasItsWord() {
    int more = Connectivity.Pooling.Kind.values().length - 1;
    assertThat(Vocabulary.CONNECT)
        .hasSize(Connectivity.class.getPermittedSubclasses().length + more);
  }
}
