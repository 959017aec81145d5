package org.hillock.verify.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SectionKind;
import tools.jackson.databind.JsonNode;

/** Makes the cells that the reference files describe. */
final class DescribedCell {

  private static final Map<String, String> UNITS =
      Map.of("g", "mS/cm^2", "p", "cm/s", "e", "mV", "tau", "ms");

  /** Where a file states only the reversal potential, which is then all that counts. */
  private static final double ANY_MM = 10;

  private final JsonNode description;

  private DescribedCell(JsonNode description) {
    this.description = description;
  }

  static Cell of(JsonNode description) {
    return new DescribedCell(description).build();
  }

  private Cell build() {
    CellBuilder cell =
        new CellBuilder("described", morphology())
            .celsius(number("celsius"))
            .initialMv(number("v_init"))
            .membrane("all", number("cm_uf_cm2"), number("ra_ohm_cm"));
    description
        .get("ions")
        .propertyStream()
        .forEach(ion -> {
          JsonNode of = ion.getValue();
          Ion known = Ion.named("ions", ion.getKey(), Ion.usual());
          double inside = of.path("in_mm").asDouble(ANY_MM);
          double outside = of.path("out_mm").asDouble(ANY_MM);
          if (of.has("e_mv")) {
            cell.ion(known, inside, outside, of.get("e_mv").asDouble());
          } else {
            cell.ion(known, inside, outside);
          }
        });
    Map<String, Integer> segments = new LinkedHashMap<>();
    description
        .get("sections")
        .forEach(section -> {
          segments.put(section.get("name").asString(), section.get("nseg").asInt());
          insert(cell, section);
        });
    return cell.grid(new GridRule(0.1, 100, segments)).build();
  }

  private double number(String key) {
    return description.get(key).asDouble();
  }

  private Morphology morphology() {
    List<Section> sections = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (JsonNode s : description.get("sections")) {
      List<MorphologyPoint> points = new ArrayList<>();
      for (JsonNode p : s.get("points")) {
        double[] at = Tables.numbers(p);
        points.add(new MorphologyPoint(at[0], at[1], at[2], at[3]));
      }
      boolean root = s.get("parent").isNull();
      numbers.put(s.get("name").asString(), sections.size());
      sections.add(
          new Section(
              s.get("name").asString(),
              SectionKind.of(s.get("kind").asString()).orElseThrow(),
              root ? -1 : Objects.requireNonNull(numbers.get(s.get("parent").asString())),
              root ? 0 : s.get("parent_position").asDouble(),
              points));
    }
    return new Morphology("described", sections);
  }

  private void insert(CellBuilder cell, JsonNode section) {
    String kind = section.get("kind").asString();
    section
        .get("mechanisms")
        .propertyStream()
        .forEach(mechanism -> {
          Map<String, String> parameters = new LinkedHashMap<>();
          mechanism
              .getValue()
              .propertyStream()
              .forEach(p -> {
                String unit = Objects.requireNonNull(UNITS.get(p.getKey()), p.getKey());
                // one number for each segment: the rule behind them, of the distance d in um
                String value =
                    p.getValue().isArray()
                        ? description
                            .at("/rules/" + kind + "/" + mechanism.getKey() + "/" + p.getKey())
                            .asString()
                            .replaceAll("\\bd\\b", "(distance/(1 um))")
                        : p.getValue().asString();
                parameters.put(p.getKey(), "1 " + unit + "*(" + value + ")");
              });
          cell.insert(section.get("name").asString(), mechanism.getKey(), parameters);
        });
  }
}
