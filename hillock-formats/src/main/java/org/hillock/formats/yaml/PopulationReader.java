package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronNames;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Population.Position;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.formats.safetensors.Tensor;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** Reads one population. */
final class PopulationReader {

  private final TensorFolder tensors;
  private final ValuesReader values;
  private final Map<String, NeuronModel> own;
  private final NeuronFolder neurons;

  /** A reader that knows these models beside those that are known everywhere. */
  PopulationReader(TensorFolder tensors, Map<String, NeuronModel> own, NeuronFolder neurons) {
    this.neurons = neurons;
    this.tensors = tensors;
    this.own = own;
    this.values = new ValuesReader(tensors);
  }

  Population read(String name, Fields fields) {
    fields.allowing(Vocabulary.POPULATION);
    Shape shape = shape(fields);
    List<Long> needed = shape.extents().stream().map(Integer::longValue).toList();
    NeuronModel neuron = model(fields.at("neuron"), fields.text("neuron"));
    Map<String, Values> params = new LinkedHashMap<>();
    if (fields.has("params")) {
      Fields given = fields.mapping("params");
      for (String key : given.keys()) {
        params.put(key, values.values(given.at(key), given.node(key), needed));
      }
    }
    Optional<Values> bias =
        fields.optional("bias").map(node -> values.values(fields.at("bias"), node, needed));
    List<Position> positions =
        fields.optional("positions").map(node -> positions(fields, node)).orElse(List.of());
    List<Numbers> spikes =
        fields.optional("spikes").map(node -> spikes(fields.at("spikes"), node)).orElse(List.of());
    Optional<Quantity> rate =
        fields
            .optional("expected_rate")
            .map(node -> Fields.quantity(fields.at("expected_rate"), node));
    return Place.within(
        fields.path(),
        () ->
            new Population(
                name, shape, neuron, params, bias, positions, spikes, rate, names(fields)));
  }

  /** A list, or a file with a name in each line. */
  private NeuronNames names(Fields fields) {
    if (!fields.has("names")) {
      return NeuronNames.NONE;
    }
    String path = fields.at("names");
    YamlNode node = fields.node("names");
    List<String> all =
        node instanceof Mapping
            ? neurons.names(Fields.of(path, node).allowing(Vocabulary.TEXT_FILE))
            : Fields.texts(path, node);
    return Place.within(path, () -> NeuronNames.of(all));
  }

  private NeuronModel model(String path, String name) {
    NeuronModel found = own.get(name);
    if (found != null) {
      return found;
    }
    if (name.endsWith(CellYaml.ENDING)) {
      return neurons.cell(path, name);
    }
    if (!own.isEmpty() && !NeuronModels.known(name)) {
      List<String> known = new ArrayList<>(own.keySet());
      known.addAll(NeuronModels.names());
      throw new UsageException(
          path, "neuron model '" + name + "' is unknown; " + NearestName.hint(name, known));
    }
    return NeuronModels.named(path, name);
  }

  private static Shape shape(Fields fields) {
    if (fields.has("size") == fields.has("shape")) {
      throw new UsageException(
          fields.path(),
          fields.has("size")
              ? "has both 'size' and 'shape'; give one"
              : "'size' or 'shape' is missing");
    }
    if (fields.has("size")) {
      int size = fields.count("size");
      return Place.within(fields.at("size"), () -> Shape.of(size));
    }
    String path = fields.at("shape");
    List<YamlNode> items = Fields.list(path, fields.node("shape"));
    List<Integer> extents = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      extents.add(Fields.count(path + "[" + i + "]", items.get(i)));
    }
    return Place.within(path, () -> new Shape(extents));
  }

  private List<Position> positions(Fields fields, YamlNode node) {
    String path = fields.at("positions");
    List<Position> all = new ArrayList<>();
    if (node instanceof Mapping) {
      Tensor tensor = tensors.tensor(Fields.of(path, node).allowing(List.of("file", "tensor")));
      if (tensor.shape().size() != 2 || tensor.shape().get(1) != 3) {
        throw new UsageException(
            path, "the tensor has shape " + tensor.shape() + " where [neurons, 3] is needed");
      }
      Numbers numbers = Place.within(path, tensor::numbers);
      for (int i = 0; i < numbers.size(); i += 3) {
        all.add(new Position(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
      }
      return all;
    }
    List<YamlNode> items = Fields.list(path, node);
    for (int i = 0; i < items.size(); i++) {
      String at = path + "[" + i + "]";
      double[] place = Fields.numbers(at, items.get(i));
      if (place.length != 3) {
        throw new UsageException(
            at, "has " + place.length + " numbers; a place is [x, y, z] in um");
      }
      all.add(new Position(place[0], place[1], place[2]));
    }
    return all;
  }

  private static List<Numbers> spikes(String path, YamlNode node) {
    List<YamlNode> items = Fields.list(path, node);
    List<Numbers> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(Numbers.of(Fields.numbers(path + "[" + i + "]", items.get(i))));
    }
    return all;
  }
}
