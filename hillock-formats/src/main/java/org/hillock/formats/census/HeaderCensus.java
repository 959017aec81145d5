package org.hillock.formats.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator;
import org.hillock.core.census.Operator.Constants;
import org.hillock.core.census.Operator.Embedding;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Normalisation;
import org.hillock.core.census.Operator.Uncounted;
import org.hillock.core.census.Operator.Weightless;
import org.hillock.core.census.Operator.WeightsOnly;
import org.hillock.core.census.Part;
import org.hillock.formats.safetensors.SafetensorsModel;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of safetensors files tell of a network: parameters exactly, layers by the names
 * of the tensors, and what these most likely are by their shapes.
 */
final class HeaderCensus {

  private static final Pattern TABLE =
      Pattern.compile("(?i).*(embed|embd|\\bwte|\\bwpe|\\bshared$|token_emb|pos_emb).*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private HeaderCensus() {}

  static Architecture of(String name, SafetensorsModel model) {
    Map<String, Map<String, NamedTensor>> layers =
        new TreeMap<>(
            Comparator.comparing(HeaderCensus::padded).thenComparing(Comparator.naturalOrder()));
    model
        .entries()
        .forEach((tensor, entry) -> {
          NamedTensor one = NamedTensor.of(tensor, entry);
          layers.computeIfAbsent(one.layer(), _ -> new LinkedHashMap<>()).put(one.role(), one);
        });
    List<Part> parts = new ArrayList<>();
    layers.forEach((layer, tensors) -> add(parts, layer, tensors));
    return new Architecture(
        name,
        "the headers of "
            + model.files().size()
            + (model.files().size() == 1 ? " safetensors file" : " safetensors files"),
        model.path().toString(),
        new Input("one place or token", 0, true),
        parts,
        List.of(
            "A header tells shapes and names: parameters are exact; a matrix is taken as used once"
                + " for each input; activations, tied weights and what attention multiplies are not"
                + " in it."));
  }

  /** Numbers in names in the order of their values. */
  private static String padded(String name) {
    Matcher number = NUMBER.matcher(name);
    return number.replaceAll(n -> "0".repeat(Math.max(0, 8 - n.group().length())) + n.group());
  }

  private static void add(List<Part> parts, String name, Map<String, NamedTensor> tensors) {
    Map<String, NamedTensor> rest = new LinkedHashMap<>(tensors);
    parts.addAll(RecurrentTensors.taken(name, rest));
    NamedTensor weight = rest.get("weight");
    if (weight != null && weight.learnt()) {
      rest.remove("weight");
      NamedTensor bias = rest.get("bias");
      boolean fits = bias != null && bias.learnt() && bias.rank() == 1;
      Layer layer = Layer.of(name, operator(name, weight, fits ? bias : null));
      if (fits && !(layer.operator() instanceof Embedding)) {
        rest.remove("bias");
      }
      parts.add(layer.operator() instanceof Linear ? layer.then(Layer.UNTOLD) : layer);
    }
    rest.forEach((role, tensor) ->
        parts.add(Layer.of(role.isEmpty() ? name : name + "." + role, other(role, tensor))));
  }

  private static Operator other(String role, NamedTensor tensor) {
    if (tensor.packed()) {
      return new Uncounted(
          tensor.entry().type() + " " + tensor.shape(),
          "several weights may be packed into a number");
    }
    return tensor.learnt()
        ? new Constants(role.isEmpty() ? "numbers" : role, tensor.entry().size())
        : new Weightless(tensor.whyNot());
  }

  private static Operator operator(String name, NamedTensor weight, @Nullable NamedTensor bias) {
    long size = weight.entry().size();
    long biases = bias == null ? 0 : bias.entry().size();
    return switch (weight.rank()) {
      case 1 -> new Normalisation("some", size, biases, size);
      case 2 -> {
        if (TABLE.matcher(name).matches() && bias == null) {
          yield new Embedding(weight.extent(0), weight.extent(1));
        }
        // GPT-2 stores matrices the other way round; the length of the bias tells
        boolean turned = biases == weight.extent(1) && biases != weight.extent(0);
        long outputs = weight.extent(turned ? 1 : 0);
        if (bias != null && biases != outputs) {
          yield odd(weight, size + biases);
        }
        yield new Linear(outputs, weight.extent(turned ? 0 : 1), bias != null);
      }
      case 3, 4, 5 ->
          new WeightsOnly(
              "filters " + weight.shape(),
              Math.addExact(size, biases),
              "how often filters " + weight.shape() + " are used depends on the image");
      default -> odd(weight, Math.addExact(size, biases));
    };
  }

  private static WeightsOnly odd(NamedTensor weight, long numbers) {
    return new WeightsOnly(
        "weights " + weight.shape(), numbers, "no known layer has weights " + weight.shape());
  }
}
