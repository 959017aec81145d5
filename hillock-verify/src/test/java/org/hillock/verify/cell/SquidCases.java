package org.hillock.verify.cell;

import java.util.List;
import org.hillock.core.cell.Place;
import tools.jackson.databind.JsonNode;

/** The squid's giant axon. */
final class SquidCases {

  static final String LAST_SPIKE = "spike at 8 cm (ms)";

  private static final String PREFIX = "squid ";

  private SquidCases() {}

  static List<String> names() {
    return List.of(PREFIX + "cold", PREFIX + "warm");
  }

  static List<Figure> at(String name, double stepMs) {
    JsonNode expected = Tables.json("squid-axon.json").get(name.substring(PREFIX.length()));
    JsonNode stimulus = expected.get("stimulus");
    double start = stimulus.get("start").asDouble();
    List<Place> places = expected.get("places").valueStream().map(Tables::place).toList();
    Course course =
        Course.of(
            DescribedCell.of(expected.get("cell")),
            stepMs,
            expected.get("duration_ms").asDouble(),
            List.of(
                new Course.Injection(
                    Tables.place(stimulus.get("place")),
                    start,
                    start + stimulus.get("duration").asDouble(),
                    stimulus.get("na").asDouble())),
            places.stream().map(Course.Watched::potential).toList());
    double[] own = new double[places.size()];
    double[] right = new double[places.size()];
    for (int k = 0; k < own.length; k++) {
      double[] spikes = course.spikes(k);
      own[k] = spikes.length == 1 ? spikes[0] : Double.POSITIVE_INFINITY;
      right[k] = expected.get("spikes_ms").get(k).get(0).asDouble();
    }
    double lengthUm = 100_000;
    double metresPerSecond =
        (places.get(3).position() - places.get(1).position()) * lengthUm / (own[3] - own[1]) / 1000;
    JsonNode neuron = expected.get("neuron_errors_secondorder_2").path(Double.toString(stepMs));
    JsonNode trace = expected.get("trace");
    double[] values = Tables.numbers(trace.get("v_mv"));
    // every other value of the trace: those that are multiples of all steps
    double[] times = Course.times(trace.get("first_ms").asDouble(), 0.1, values.length / 2 + 1);
    double[] there = new double[times.length];
    for (int k = 0; k < there.length; k++) {
      there[k] = values[2 * k];
    }
    return List.of(
        new Figure(
            LAST_SPIKE,
            Math.abs(own[3] - right[3]),
            Math.abs(neuron.path("spikes_ms").path(3).asDouble(Double.NaN))),
        new Figure(
            "velocity (%)",
            100 * Math.abs(metresPerSecond / expected.get("velocity_m_s").asDouble() - 1),
            100 * Math.abs(neuron.path("velocity_part").asDouble(Double.NaN))),
        new Figure(
            "velocity, against a grid refined without end (%)",
            100
                * Math.abs(
                    metresPerSecond / expected.get("velocity_converged_in_space_m_s").asDouble()
                        - 1),
            Double.NaN),
        new Figure(
            "v at 4 cm, RMS (mV)",
            Course.rms(course.at(1, times), there),
            neuron.path("trace_rms_mv").asDouble(Double.NaN)));
  }
}
