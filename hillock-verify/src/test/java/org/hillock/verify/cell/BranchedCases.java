package org.hillock.verify.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Place;
import tools.jackson.databind.JsonNode;

/** The branched cell with all channels. */
final class BranchedCases {

  static final String FIRST_SPIKE = "first spike at the soma (ms)";

  private static final String PREFIX = "branched ";
  private static final Place SOMA = new Place("soma", 0.5);
  private static final Place AXON = new Place("axon", 24.5 / 25);
  private static final Place TERMINAL = new Place("terminal[0]", 0.5);

  /** Of whose courses the file has values, soma first. */
  private static final List<Place> PLACES =
      List.of(
          SOMA,
          new Place("dend[2]", 0.9),
          new Place("apic[0]", 0.5),
          new Place("apic[2]", 0.5),
          AXON);

  /** Where spikes are seen, by the file's word, and their place among what is watched. */
  private static final Map<String, Integer> SPIKING =
      new java.util.TreeMap<>(Map.of("soma", 0, "axon", 4, "terminal", 5));

  private static final int FIRST_CALCIUM = 6;

  private BranchedCases() {}

  static List<String> names() {
    return List.of(
        PREFIX + "subthreshold", PREFIX + "hyperpolarising", PREFIX + "step", PREFIX + "train");
  }

  static JsonNode file() {
    return Tables.json("branched-cell.json");
  }

  static List<Course.Watched> watched() {
    List<Course.Watched> all = new ArrayList<>();
    PLACES.forEach(p -> all.add(Course.Watched.potential(p)));
    all.add(Course.Watched.potential(TERMINAL));
    all.add(Course.Watched.calcium(new Place("apic[0]", 0.5)));
    all.add(Course.Watched.calcium(TERMINAL));
    return all;
  }

  static List<Figure> at(String name, double stepMs) {
    JsonNode file = file();
    String protocol = name.substring(PREFIX.length());
    JsonNode expected = file.get("protocols").get(protocol);
    Course course =
        Course.of(
            DescribedCell.of(file.get("cell")),
            stepMs,
            expected.get("duration_ms").asDouble(),
            List.of(
                new Course.Injection(
                    Tables.place(expected.get("place")),
                    expected.get("start_ms").asDouble(),
                    expected.get("stop_ms").asDouble(),
                    expected.get("na").asDouble())),
            watched());
    JsonNode neuron =
        file.get("neuron_errors_secondorder_2").get(protocol).path(Double.toString(stepMs));
    List<Figure> figures = new ArrayList<>();
    if (expected.has("v_mv")) {
      figures.addAll(potentials(course, expected.get("v_mv"), neuron.path("v_rms_mv")));
    }
    spikes(course, expected.get("spikes_ms"), neuron.path("spikes_ms"), figures);
    if (expected.has("ca_um")) {
      for (int k = 0; k < 2; k++) {
        JsonNode one = expected.get("ca_um").get(k);
        figures.add(
            new Figure(
                "calcium in the middle of "
                    + Tables.place(one.get("place")).section()
                    + ", RMS (uM)",
                Course.rms(
                    course.at(FIRST_CALCIUM + k, Course.times(0, 1, 151)),
                    Tables.numbers(one.get("at_0_1_2_ms"))),
                Double.NaN));
      }
    }
    return figures;
  }

  private static List<Figure> potentials(Course course, JsonNode expected, JsonNode neuron) {
    double[] off = new double[PLACES.size()];
    double[] theirs = new double[PLACES.size()];
    for (int k = 0; k < off.length; k++) {
      double[] values = Tables.numbers(expected.get(k).get("at_0_1_2_ms"));
      off[k] = Course.rms(course.at(k, Course.times(0, 1, values.length)), values);
      theirs[k] = neuron.path(k).asDouble(Double.NaN);
    }
    return List.of(
        new Figure("v at the soma, RMS (mV)", off[0], theirs[0]),
        new Figure(
            "v elsewhere, worst RMS (mV)", largestAfterFirst(off), largestAfterFirst(theirs)));
  }

  private static double largestAfterFirst(double[] values) {
    return java.util.Arrays.stream(values).skip(1).max().orElseThrow();
  }

  private static void spikes(
      Course course, JsonNode expected, JsonNode neuron, List<Figure> figures) {
    SPIKING.forEach((where, number) -> {
      double[] own = course.spikes(number);
      double[] right = Tables.numbers(expected.get(where));
      double theirs = Double.NaN;
      double theirFirst = Double.NaN;
      if (neuron.path(where).isArray() && right.length > 0) {
        double[] errors = Tables.numbers(neuron.get(where));
        theirs = Course.largest(errors, new double[errors.length]);
        theirFirst = Math.abs(errors[0]);
      }
      String which = where.equals("axon") ? "the axon's end" : "the " + where;
      figures.add(
          new Figure("spikes at " + which + ", worst (ms)", Course.largest(own, right), theirs));
      if (where.equals("soma") && right.length > 0) {
        double first = own.length == 0 ? Double.POSITIVE_INFINITY : Math.abs(own[0] - right[0]);
        figures.add(new Figure(FIRST_SPIKE, first, theirFirst));
      }
    });
  }
}
