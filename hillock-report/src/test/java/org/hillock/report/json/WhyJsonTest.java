package org.hillock.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.data.Table;
import org.hillock.report.SampleAnswers;
import org.hillock.report.table.IsolationTables;
import org.hillock.report.table.WhyTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyJsonTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static JsonNode tree(Object value) {
    return MAPPER.readTree(MAPPER.writeValueAsString(value));
  }

  @Test
  void eachTermStandsWithItsSourceAndWhatIsBehindIt() {
    JsonNode why = tree(WhyJson.of(SampleAnswers.fired()));
    assertThat(why.get("site").asString()).isEqualTo("target[0].v");
    assertThat(why.get("threshold").asDouble()).isEqualTo(20);
    JsonNode first = why.get("terms").get(0);
    assertThat(first.get("source").asString()).isEqualTo("relay[2].spikes");
    assertThat(first.get("kind").asString()).isEqualTo("synapse");
    assertThat(first.get("contribution").asDouble()).isEqualTo(14.5);
    assertThat(first.get("atMs").asDouble()).isEqualTo(33);
    assertThat(first.get("because").get("terms").get(0).get("end").asString()).isEqualTo("input");
    assertThat(why.get("residual").asDouble()).isZero();
    assertThat(why.get("terms")).hasSize(5);
  }

  @Test
  void whatHasNoMeaningIsNull() {
    JsonNode why = tree(WhyJson.of(SampleAnswers.shared()));
    assertThat(why.get("atMs").isNull()).isTrue();
    assertThat(why.get("threshold").isNull()).isTrue();
    assertThat(why.get("terms").get(0).get("weight").isNull()).isTrue();
  }

  @Test
  void whyNotSaysTheGapAndWhoWasMissing() {
    JsonNode not = tree(WhyJson.of(SampleAnswers.silent())).get("whyNot");
    assertThat(not.get("gap").asDouble()).isEqualTo(7.5);
    assertThat(not.get("silentSources").asInt()).isEqualTo(4);
    assertThat(not.get("missing").get(0).get("source").asString()).isEqualTo("list[3].spikes");
  }

  @Test
  void aNeuronByItselfStandsWithItsInputs() {
    JsonNode isolation = tree(IsolationJson.of(SampleAnswers.isolation(true)));
    assertThat(isolation.get("same").asBoolean()).isTrue();
    assertThat(isolation.get("inputs").get(0).get("without").get("output").asDouble()).isZero();
    assertThat(isolation.get("inputsNotSwept").asInt()).isEqualTo(12);
    assertThat(isolation.get("curves").get(0).get("factors")).hasSize(3);
  }

  @Test
  void tablesHoldARowForEachTermOfEachNeuron() {
    Table table = WhyTable.of(SampleAnswers.fired());
    assertThat(table.rows()).hasSize(6);
    assertThat(table.rows().getFirst()).contains("target[0].v", "relay[2].spikes", 14.5, 1L);
    assertThat(IsolationTables.inputs(SampleAnswers.isolation(false)).rows()).hasSize(2);
    assertThat(IsolationTables.curves(SampleAnswers.isolation(false)).rows()).hasSize(3);
  }
}
