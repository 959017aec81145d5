package org.hillock.onnx.answer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Population;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * The outline of a graph: what can be seen of it from outside and between, as populations.
 *
 * @param reception where images go in
 * @param populations names in the outline, by name of the value
 */
record Doors(Optional<Reception> reception, Map<String, String> populations, Network outline) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final String SOFTMAX = "Softmax";

  private static final NeuronModel.Variable NUMBER =
      new NeuronModel.Variable("value", "", "the number that the graph's node made");

  private static final NeuronModel UNIT = value("graph-value", "An element of a value of a graph");

  private static final NeuronModel GIVEN =
      value("graph-input", "An element of an input of a graph beside the image");

  private static NeuronModel value(String name, String meaning) {
    return new NeuronModel(
        name,
        NeuronModel.Family.VALUE,
        meaning,
        "",
        List.of(),
        List.of(),
        List.of(NUMBER),
        Optional.empty());
  }

  static Doors of(OnnxFile file, Survey survey, Optional<Reception> reception, UnitValues values) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Population> all = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(survey.units());
    file.inputNames().forEach(taken::add);
    for (ValueInfoProto input : Reception.declared(file)) {
      String value = input.getName();
      Optional<Reception> here = reception.filter(r -> r.input().equals(value));
      if (here.isPresent()) {
        String name = named(value, "image", taken);
        names.put(value, name);
        all.put(name, shipped(name, "input", here.get().pixels().length));
      } else if (Reception.element(input).isPresent()) {
        long size = TensorData.elements(Feeding.dims(input, 1));
        if (size >= 1 && size <= Integer.MAX_VALUE) {
          names.put(value, value);
          all.put(value, population(value, GIVEN, (int) size));
        }
      }
    }
    for (String unit : survey.units()) {
      int size = survey.elements(unit);
      if (unit.equals(survey.answer())) {
        // what is read as a decision is a rate: shares, or numbers as they are
        String name = named(unit, "answer", taken);
        names.put(unit, name);
        boolean shares = values.operator(unit).equals(SOFTMAX);
        all.put(name, shipped(name, shares ? "softmax" : "identity", size));
      } else {
        names.put(unit, unit);
        all.put(unit, population(unit, UNIT, size));
      }
    }
    Optional<Decision> decision =
        Optional.ofNullable(names.get(survey.answer())).map(Decision.LargestValue::new);
    String graph = file.model().getGraph().getName();
    Network outline =
        new Network(
            graph.isBlank() ? String.valueOf(file.path().getFileName()) : graph,
            0,
            all,
            Map.of(),
            Map.of(),
            decision,
            new Provenance("ONNX file " + file.path().getFileName(), "", List.of()));
    return new Doors(reception, names, outline);
  }

  /** A name as shipped models allow it: the value's own, or another that nothing has. */
  private static String named(String value, String otherwise, Set<String> taken) {
    if (PLAIN.matcher(value).matches()) {
      return value;
    }
    String name = otherwise;
    for (int copy = 2; !taken.add(name); copy++) {
      name = otherwise + "-" + copy;
    }
    return name;
  }

  private static Population shipped(String name, String model, int size) {
    return population(name, NeuronModels.named("populations." + name + ".neuron", model), size);
  }

  private static Population population(String name, NeuronModel model, int size) {
    return new Population(
        name,
        Shape.of(size),
        model,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Where images go in and where the answer is read. */
  String told() {
    return reception
        .map(r ->
            "Images go in at '"
                + r.input()
                + "' as "
                + r.type()
                + " "
                + r.dims().toString().replace(" ", "")
                + ", the answer is the largest number of '"
                + outline.decision().map(Doors::read).orElse("")
                + "'")
        .orElse("Nothing is shown to it and nothing is read as an answer");
  }

  private static String read(Decision decision) {
    return decision instanceof Decision.LargestValue(String name) ? name : "";
  }
}
