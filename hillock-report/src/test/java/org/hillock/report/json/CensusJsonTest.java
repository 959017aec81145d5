package org.hillock.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.WeightSigns;
import org.hillock.lab.census.BuiltInEntries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CensusJsonTest {

  private static JsonNode json(String name) {
    CensusEntry entry =
        new CensusEntry(
            BuiltInEntries.find(name).orElseThrow(), Optional.of(new WeightSigns(1, 3, 0, 0)));
    return JsonMapper.builder()
        .build()
        .valueToTree(CensusJson.of(List.of(entry), Definitions.standard()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-3", "resnet-50", "lenet-5"})
  void layersAddUpToTheEntry(String name) {
    JsonNode entry = json(name).get("entries").get(0);
    for (String count : List.of("neurons", "synapses", "parameters", "multiply_adds", "products")) {
      long sum = 0;
      for (JsonNode layer : entry.get("layers")) {
        sum += layer.get(count).longValue();
      }
      assertThat(sum).as(count).isEqualTo(entry.get(count).longValue());
    }
  }

  @Test
  void equalBlocksStandOneByOne() {
    JsonNode entry = json("gpt-3").get("entries").get(0);
    assertThat(entry.get("layers").size()).isEqualTo(2 + 96 + 2);
    JsonNode second = entry.get("layers").get(3);
    assertThat(second.get("name").asString()).isEqualTo("block.1");
    assertThat(second.get("same_as").asString()).isEqualTo("block.0");
    assertThat(second.get("synapses").longValue()).isEqualTo(1_811_939_328L);
    assertThat(entry.get("layers").get(2).get("layers").get(1).get("synapses").longValue())
        .isEqualTo(603_979_776);
    assertThat(entry.get("neurons_by_definition").get("hidden").longValue()).isEqualTo(4_718_592);
    assertThat(json("gpt-3").get("definitions").get("padding").asString()).isEqualTo("inside");
    assertThat(entry.get("weights").get("inhibitory_share").doubleValue()).isEqualTo(0.75);
  }

  @Test
  void whatIsNotDefinedIsNullAndRangesAreRanges() {
    JsonNode human = json("human").get("entries").get(0);
    assertThat(human.get("parameters").isNull()).isTrue();
    assertThat(human.get("neurons").longValue()).isEqualTo(86_100_000_000L);
    assertThat(human.get("synapses_range").get(1).longValue()).isEqualTo(1_000_000_000_000_000L);
    assertThat(human.get("popular_slips").size()).isEqualTo(5);
    assertThat(json("fly").get("entries").get(0).has("popular_slips")).isFalse();
  }
}
