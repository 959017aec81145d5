package org.hillock.verify.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import tools.jackson.databind.JsonNode;

/** Rallpacks 1 to 3 (Bhalla, Bilitch and Bower 1992, doi 10.1016/0166-2236(92)90009-W). */
final class RallpackCases {

  static final String FIRST = "first segment (%)";
  static final String LAST = "last segment (%)";

  private static final int LEVELS = 10;

  private RallpackCases() {}

  static List<String> names() {
    return List.of("rallpack1", "rallpack2", "rallpack3");
  }

  static List<Figure> at(String name, double stepMs) {
    JsonNode file = Tables.json("rallpack.json");
    JsonNode expected = file.get(name);
    double duration = file.get("duration_ms").asDouble();
    List<Place> places = expected.get("places").valueStream().map(Tables::place).toList();
    Course course =
        Course.of(
            cell(name, file),
            stepMs,
            duration,
            List.of(
                new Course.Injection(
                    Tables.place(expected.get("injected_at")),
                    0,
                    Double.MAX_VALUE,
                    file.get("injected_na").asDouble())),
            places.stream().map(Course.Watched::potential).toList());
    double[][] right = Tables.columns(name + ".csv");
    JsonNode neuron = expected.get("neuron_errors_secondorder_2").path(Double.toString(stepMs));
    JsonNode percent = neuron.path(neuron.has("percent") ? "percent" : "percent_at_places");
    List<Figure> figures = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      figures.add(
          new Figure(
              k == 0 ? FIRST : LAST,
              100 * overRange(course.at(k, right[0]), right[1 + k]),
              percent.path(k).asDouble(Double.NaN)));
    }
    if (expected.has("spikes_ms")) {
      double[] own = course.spikes(1);
      double[] times = Tables.numbers(expected.get("spikes_ms").get(1));
      figures.add(
          new Figure(
              "last spike of the last segment (ms)",
              own.length == times.length
                  ? Math.abs(own[own.length - 1] - times[times.length - 1])
                  : Double.POSITIVE_INFINITY,
              Math.abs(neuron.path("last_spike_ms").path(1).asDouble(Double.NaN))));
    }
    return figures;
  }

  /** The measure of the Rallpacks: root mean square of the difference over the range of both. */
  private static double overRange(double[] a, double[] b) {
    double[] both = DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().toArray();
    return Course.rms(a, b) / (both[both.length - 1] - both[0]);
  }

  private static Cell cell(String name, JsonNode file) {
    boolean tree = name.equals("rallpack2");
    CellBuilder cell =
        new CellBuilder(name, tree ? tree() : cable())
            .celsius(6.3)
            .initialMv(file.get("v_init").asDouble())
            .membrane("all", file.get("cm_uf_cm2").asDouble(), file.get("ra_ohm_cm").asDouble())
            .insert(
                "all",
                "leak",
                Map.of(
                    "g", file.get("leak_ms_cm2").asDouble() + " mS/cm^2",
                    "e", file.get("leak_mv").asDouble() + " mV"))
            .grid(new GridRule(0.1, 100, Map.of("all", tree ? 1 : 1000)));
    if (name.equals("rallpack3")) {
      cell.ion(Ion.SODIUM, 50, 440, 50)
          .ion(Ion.POTASSIUM, 400, 20, -77)
          .insert("all", "na-hh", Map.of("g", "120 mS/cm^2"))
          .insert("all", "k-hh", Map.of("g", "36 mS/cm^2"));
    }
    return cell.build();
  }

  private static Morphology cable() {
    return new MorphologyBuilder("cable").root("axon", 1000, 1).build();
  }

  /** Branches that become two by Rall's law, so that the tree is a cylinder of 320 by 16 um. */
  private static Morphology tree() {
    MorphologyBuilder tree = new MorphologyBuilder("tree");
    for (int level = 0; level < LEVELS; level++) {
      double length = 32 / Math.cbrt(Math.pow(2, level));
      double diameter = 16 / Math.cbrt(Math.pow(4, level));
      for (int i = (1 << level) - 1; i < (2 << level) - 1; i++) {
        String name = "dend[" + i + "]";
        if (i == 0) {
          tree.root(name, length, diameter);
        } else {
          tree.section(name, "dend[" + (i - 1) / 2 + "](1)", length, diameter);
        }
      }
    }
    return tree.build();
  }
}
