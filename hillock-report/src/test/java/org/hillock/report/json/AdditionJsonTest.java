package org.hillock.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.lab.summation.UnitsRecord;
import org.hillock.report.SampleAddition;
import org.hillock.report.text.AdditionText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdditionJsonTest {

  @Test
  void pairsAndUnitsAreWrittenOut() {
    JsonNode json =
        JsonMapper.builder().build().readTree(AdditionJson.write(SampleAddition.addition()));
    assertThat(json.get("pairs").size()).isEqualTo(8);
    JsonNode pair = json.get("pairs").get(0);
    assertThat(pair.get("arrangement").asString()).isEqualTo("one branch, AMPA");
    JsonNode point = pair.get("points").get(3);
    assertThat(point.get("bothMv").asDouble())
        .isEqualTo(point.get("ratio").asDouble() * 2 * point.get("aMv").asDouble());
    JsonNode unit = json.get("units").get(0);
    assertThat(unit.get("cell").asString()).isEqualTo("a ball, AMPA");
    assertThat(unit.get("spikes").get("tried").get(0).has("auc")).isTrue();
    assertThat(unit.get("potential").get("tried").get(0).has("auc")).isFalse();
  }

  @Test
  void theTextSaysWhatTheNumbersDependOn() {
    UnitsRecord units = UnitsRecord.shipped();
    assertThat(AdditionText.beside(units))
        .contains("units", "variance", "likelihood", "control", " %");
    assertThat(AdditionText.how(units))
        .hasSize(2 * units.cells().size() + 1)
        .anyMatch(line -> line.contains("steady input, 4 windows of 20 ms"))
        .anyMatch(line -> line.contains("24 cells"))
        .last()
        .asString()
        .contains("10.1016/j.neuron.2021.07.002");
    assertThat(AdditionText.lines(SampleAddition.addition()))
        .anyMatch(line -> line.startsWith("  one branch, AMPA: together 1.00 times"))
        .anyMatch(line -> line.contains("potential") && line.contains("±"));
  }
}
