package org.hillock.verify.cell;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.cell.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One segment with a leak and one mechanism. */
final class PatchCases {

  private static final String PREFIX = "patch ";
  private static final Place SOMA = new Place("soma", 0.5);
  private static final double DURATION_MS = 70;

  private PatchCases() {}

  static List<String> names() {
    return Tables.json("patches.json")
        .get("cases")
        .valueStream()
        .map(c -> PREFIX + c.get("mechanism").asString())
        .toList();
  }

  static List<Figure> at(String name, double stepMs) {
    JsonNode all = Tables.json("patches.json");
    JsonNode one =
        all.get("cases")
            .valueStream()
            .filter(c -> name.equals(PREFIX + c.get("mechanism").asString()))
            .findFirst()
            .orElseThrow();
    boolean calcium = one.has("ca_um");
    List<Course.Watched> watched = new ArrayList<>(List.of(Course.Watched.potential(SOMA)));
    if (calcium) {
      watched.add(Course.Watched.calcium(SOMA));
    }
    List<Course.Injection> steps =
        all.get("steps")
            .valueStream()
            .map(s ->
                new Course.Injection(
                    SOMA,
                    s.get("start_ms").asDouble(),
                    s.get("stop_ms").asDouble(),
                    s.get("na").asDouble()))
            .toList();
    Course course =
        Course.of(
            DescribedCell.of(described(all, one.get("mechanisms"))),
            stepMs,
            DURATION_MS,
            steps,
            watched);
    double[] times = Course.times(0, 1, 71);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "v, RMS (mV)",
            Course.rms(course.at(0, times), Tables.numbers(one.get("v_mv"))),
            one.get("neuron_rms_mv_at_0_025_ms").asDouble()));
    if (calcium) {
      figures.add(
          new Figure(
              "calcium, RMS (uM)",
              Course.rms(course.at(1, times), Tables.numbers(one.get("ca_um"))),
              Double.NaN));
    }
    return figures;
  }

  private static JsonNode described(JsonNode all, JsonNode mechanisms) {
    ObjectNode cell = (ObjectNode) all.deepCopy();
    JsonNode soma =
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"name": "soma", "kind": "soma", "parent": null, "nseg": 1,
                 "points": [[0, 0, 0, 20], [20, 0, 0, 20]]}
                """);
    ((ObjectNode) soma).set("mechanisms", mechanisms);
    cell.putArray("sections").add(soma);
    return cell;
  }
}
