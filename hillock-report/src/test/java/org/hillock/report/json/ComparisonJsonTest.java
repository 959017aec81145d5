package org.hillock.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.SampleComparisons;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonJsonTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void equalComparisonsGiveEqualBytes() {
    assertThat(ComparisonJson.write(SampleComparisons.digits()))
        .isEqualTo(ComparisonJson.write(SampleComparisons.digits()))
        .doesNotContain("\r");
  }

  @Test
  void numbersReadBackAsTheSameDoubles() {
    JsonNode json = MAPPER.readTree(ComparisonJson.write(SampleComparisons.digits()));
    JsonNode sum = json.get("networks").get(0).get("axes").get("sum");
    assertThat(sum.get("value").doubleValue()).isEqualTo(0.7312345678901234);
    assertThat(sum.get("interval").get("low").doubleValue()).isEqualTo(0.2);
    assertThat(json.get("networks").get(2).get("axes").get("timing").get("value").toString())
        .isEqualTo("32");
    assertThat(json.get("networks").get(0).get("synapses").longValue())
        .isEqualTo(64 * 256 + 256 * 64 + 64 * 10);
  }

  /**
   * The keys that the schema asks for are those that are written, in that order, at every depth.
   */
  @Test
  void keysAreThoseOfTheSchema() throws Exception {
    JsonNode schema;
    try (InputStream in =
        ComparisonJson.class.getResourceAsStream(ComparisonJson.SCHEMA_RESOURCE)) {
      schema = MAPPER.readTree(in);
    }
    for (Comparison comparison :
        List.of(
            SampleComparisons.digits(), SampleComparisons.hostile(), SampleComparisons.many(8))) {
      List<String> wrong = new ArrayList<>();
      check(schema, MAPPER.readTree(ComparisonJson.write(comparison)), "", wrong);
      assertThat(wrong).isEmpty();
    }
  }

  private static void check(JsonNode schema, JsonNode value, String path, List<String> wrong) {
    JsonNode choice = schema.get("oneOf");
    if (choice != null) {
      schema = choice.get(value.has("notDefined") ? 1 : 0);
    }
    if (value.isObject()) {
      JsonNode known =
          Optional.ofNullable(schema.get("properties")).orElse(MAPPER.createObjectNode());
      JsonNode others = schema.get("additionalProperties");
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        String at = path + "/" + entry.getKey();
        JsonNode part = known.has(entry.getKey()) ? known.get(entry.getKey()) : others;
        if (part == null || part.isBoolean()) {
          wrong.add(at + " is not in the schema");
        } else {
          check(part, entry.getValue(), at, wrong);
        }
      }
      List<String> required = new ArrayList<>();
      Optional.ofNullable(schema.get("required"))
          .ifPresent(r -> r.forEach(name -> required.add(name.stringValue())));
      List<String> written = new ArrayList<>(value.propertyNames());
      written.retainAll(required);
      if (!written.equals(required)) {
        wrong.add(path + " has " + written + " where the schema has " + required);
      }
    } else if (value.isArray()) {
      for (JsonNode item : value) {
        check(schema.get("items"), item, path + "[]", wrong);
      }
    } else if (schema.has("type")) {
      String types = schema.get("type").toString();
      String kind = value.isString() ? "string" : value.isNull() ? "null" : "number";
      if (!types.contains(kind) && !(kind.equals("number") && types.contains("integer"))) {
        wrong.add(path + " is " + kind + ", not " + types);
      }
    }
  }
}
