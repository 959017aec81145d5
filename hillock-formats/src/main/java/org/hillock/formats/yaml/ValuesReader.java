package org.hillock.formats.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.safetensors.Tensor;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.hillock.formats.yaml.YamlNode.Scalar;
import org.hillock.formats.yaml.YamlNode.Sequence;

/** Reads one number for each of many: a quantity, a list, a distribution, a tensor of a file. */
final class ValuesReader {

  private final TensorFolder tensors;

  ValuesReader(TensorFolder tensors) {
    this.tensors = tensors;
  }

  /**
   * Reads values.
   *
   * @param shape what a tensor of more than one axis must have
   */
  Values values(String path, YamlNode node, List<Long> shape) {
    return switch (node) {
      case Scalar scalar -> new Values.Constant(Fields.quantity(path, scalar));
      case Sequence list ->
          new Values.Listed(
              Place.within(path, () -> Numbers.of(Fields.numbers(path, list))), Unit.NONE);
      case Mapping mapping -> described(Fields.of(path, mapping), shape);
    };
  }

  private Values described(Fields fields, List<Long> shape) {
    if (fields.has("per_channel")) {
      return perChannel(fields.allowing(Vocabulary.PER_CHANNEL), shape);
    }
    if (fields.has("values")) {
      fields.allowing(Vocabulary.LIST);
      double[] numbers = Fields.numbers(fields.at("values"), fields.node("values"));
      return new Values.Listed(Numbers.of(numbers), unit(fields));
    }
    if (fields.has("file")) {
      fields.allowing(Vocabulary.TENSOR);
      Tensor tensor = tensors.tensor(fields);
      TensorFolder.checkShape(fields.path(), tensor, shape);
      return new Values.Listed(Place.within(fields.path(), tensor::numbers), unit(fields));
    }
    return new Values.Drawn(distribution(fields));
  }

  /** One number for all channels, or a list of one for each. */
  private Values perChannel(Fields fields, List<Long> shape) {
    String path = fields.at("per_channel");
    int channels = shape.isEmpty() ? 1 : Math.toIntExact(shape.getLast());
    return switch (values(path, fields.node("per_channel"), List.of((long) channels))) {
      case Values.Constant(Quantity same) -> {
        double[] all = new double[channels];
        Arrays.fill(all, same.value());
        yield new Values.PerChannel(Numbers.of(all), same.unit());
      }
      case Values.Listed(Numbers numbers, Unit unit) -> new Values.PerChannel(numbers, unit);
      case Values.PerChannel _, Values.Drawn _ ->
          throw new UsageException(path, "is neither a number nor a list of one for each channel");
    };
  }

  private static Unit unit(Fields fields) {
    String text = fields.optionalText("unit").orElse("");
    return Place.within(fields.at("unit"), () -> Unit.parse(text));
  }

  /** Reads {@code {uniform: {…}}} and its like. */
  static Distribution distribution(Fields fields) {
    Set<String> words = Vocabulary.DISTRIBUTIONS.keySet();
    if (fields.keys().size() != 1) {
      throw new UsageException(
          fields.path(),
          "needs exactly one of "
              + String.join(", ", words)
              + ", values, per_channel, file; has "
              + (fields.keys().isEmpty() ? "none" : String.join(", ", fields.keys())));
    }
    String word = fields.keys().iterator().next();
    if (!words.contains(word)) {
      throw new UsageException(
          fields.at(word),
          "distribution '" + word + "' is unknown; " + NearestName.hint(word, words));
    }
    Fields own =
        fields.mapping(word).allowing(Objects.requireNonNull(Vocabulary.DISTRIBUTIONS.get(word)));
    return Place.within(own.path(), () -> distribution(word, own));
  }

  private static Distribution distribution(String word, Fields own) {
    return switch (word) {
      case "uniform" -> {
        Quantity low = own.quantity("low");
        yield new Distribution.Uniform(low.value(), in(low, own, "high"), low.unit());
      }
      case "normal" -> {
        Quantity mean = own.quantity("mean");
        double least = bound(mean, own, "min", Double.NEGATIVE_INFINITY);
        double most = bound(mean, own, "max", Double.POSITIVE_INFINITY);
        yield new Distribution.Normal(mean.value(), in(mean, own, "sd"), least, most, mean.unit());
      }
      case "log-normal" -> {
        Quantity median = own.quantity("median");
        double least = bound(median, own, "min", 0);
        double most = bound(median, own, "max", Double.POSITIVE_INFINITY);
        yield new Distribution.LogNormal(
            median.value(), own.number("sigma"), least, most, median.unit());
      }
      case "geometric" -> {
        Quantity each = own.quantity("each");
        yield new Distribution.Geometric(own.number("mean"), each.value(), each.unit());
      }
      default -> {
        Quantity mean = own.quantity("mean");
        yield new Distribution.Exponential(mean.value(), mean.unit());
      }
    };
  }

  private static double bound(Quantity first, Fields own, String key, double without) {
    return own.has(key) ? in(first, own, key) : without;
  }

  /** A figure of a distribution in the unit of its first. */
  private static double in(Quantity first, Fields own, String key) {
    Quantity figure = own.quantity(key);
    return Place.within(own.at(key), () -> figure.in(first.unit()));
  }
}
