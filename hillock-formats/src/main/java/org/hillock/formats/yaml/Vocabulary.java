package org.hillock.formats.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Schedule;

/** The words of a network file: the one home that reader, writer and schema share. */
final class Vocabulary {

  static final List<String> NETWORK =
      List.of(
          "name",
          "seed",
          "description",
          "doi",
          "history",
          "neurons",
          "synapses",
          "dale",
          "populations",
          "projections",
          "modulators",
          "presentation",
          "decision");

  /** How a picture comes to a network; the step is needed where frames last a time. */
  static final List<String> PRESENTATION = List.of("picture", "order", "frame", "after", "step");

  static final List<String> PRESENTATION_NEEDED = List.of("picture", "order", "frame");
  static final List<String> POPULATION =
      List.of(
          "size",
          "shape",
          "neuron",
          "params",
          "bias",
          "positions",
          "spikes",
          "expected_rate",
          "releases",
          "names");
  static final List<String> PROJECTION =
      List.of(
          "from",
          "to",
          "connect",
          "weight",
          "weights",
          "delay",
          "receptor",
          "transmitter",
          "release",
          "plasticity",
          "normalise",
          "learning");

  /** What stands in place of a text that is in a file of its own. */
  static final List<String> TEXT_FILE = List.of("file");

  static final List<String> MODULATOR =
      List.of(
          "level", "tau", "equations", "schedule", "interpolation", "activity", "pass", "targets");
  static final List<String> ACTIVITY = List.of("of", "per_hz", "per_value", "as");
  static final List<String> DECISIONS =
      List.of("largest_value", "most_spikes", "votes", "largest_goodness");
  static final List<String> VOTES = List.of("of", "classes", "window", "step", "labels");
  static final List<String> VOTES_NEEDED = List.of("of", "classes", "window", "step");
  static final List<String> LARGEST_GOODNESS = List.of("labels", "populations");
  static final List<String> LIST = List.of("values", "unit");
  static final List<String> TENSOR = List.of("file", "tensor", "unit");

  /** What a network may say of Dale's law. */
  static final String DALE_REQUIRED = "required";

  /** The word behind {@code connect}, and the keys that it needs beside it. */
  static final Map<String, List<String>> CONNECT = connect();

  /** Keys that may stand beside it, too. */
  static final Map<String, List<String>> CONNECT_OPTIONAL =
      Map.of(
          SheetFields.CONVOLUTION, List.of("dilation", "groups"),
          SheetFields.MAX, List.of("stride", "padding"),
          SheetFields.MEAN, List.of("stride", "padding", "count_padding"));

  /** What stands before numbers that are shared by channel. */
  static final List<String> PER_CHANNEL = List.of("per_channel");

  /** The word of a distribution, and its keys; {@code min} and {@code max} may be left out. */
  static final Map<String, List<String>> DISTRIBUTIONS = distributions();

  private Vocabulary() {}

  private static Map<String, List<String>> connect() {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    rules.put("dense", List.of());
    rules.put(SheetFields.CONVOLUTION, List.of("height", "width", "stride", "padding"));
    rules.put(SheetFields.MAX, List.of("height", "width"));
    rules.put(SheetFields.MEAN, List.of("height", "width"));
    rules.put("edges", List.of("edges"));
    rules.put("one-to-one", List.of());
    rules.put("all-but-own", List.of());
    rules.put("all-to-all", List.of("autapses"));
    rules.put("fixed-in-degree", List.of("in_degree", "autapses", "multapses"));
    rules.put("fixed-total-number", List.of("total", "autapses", "multapses"));
    rules.put("pairwise-probability", List.of("probability", "autapses"));
    rules.put("degree-distribution", List.of("total", "out_degree", "in_degree", "autapses"));
    return rules;
  }

  private static Map<String, List<String>> distributions() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("uniform", List.of("low", "high"));
    all.put("normal", List.of("mean", "sd", "min", "max"));
    all.put("log-normal", List.of("median", "sigma", "min", "max"));
    all.put("exponential", List.of("mean"));
    all.put("geometric", List.of("mean", "each"));
    return all;
  }

  static List<String> interpolations() {
    return Arrays.stream(Schedule.Interpolation.values()).map(Vocabulary::word).toList();
  }

  static String word(Schedule.Interpolation interpolation) {
    return interpolation.name().toLowerCase(Locale.ROOT);
  }

  static String word(Modulator.Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
