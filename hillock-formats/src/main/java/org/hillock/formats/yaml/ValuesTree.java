package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.safetensors.Tensor;
import org.hillock.formats.yaml.YamlNode.Kind;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.hillock.formats.yaml.YamlNode.Scalar;
import org.hillock.formats.yaml.YamlNode.Sequence;

/** Makes trees of numbers; long lists may go to a tensor file and leave a reference. */
final class ValuesTree {

  /** Lists up to this long stay in the text even where there is a tensor file. */
  static final int LONGEST_IN_TEXT = 64;

  private final Optional<String> file;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private ValuesTree(Optional<String> file) {
    this.file = file;
  }

  /** All numbers stay in the text. */
  static ValuesTree inText() {
    return new ValuesTree(Optional.empty());
  }

  /** Long lists go to a tensor file of this name. */
  static ValuesTree beside(String file) {
    return new ValuesTree(Optional.of(file));
  }

  /** What has gone to the tensor file. */
  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** What has gone to text files, by their names. */
  Map<String, String> texts() {
    return texts;
  }

  YamlNode of(String path, Values values, List<Long> shape) {
    return switch (values) {
      case Values.Constant(Quantity quantity) -> quantity(quantity);
      case Values.Listed(Numbers numbers, Unit unit) -> listed(path, numbers, unit, shape);
      case Values.PerChannel(Numbers numbers, Unit unit) ->
          NetworkTree.mapping(
              Map.of("per_channel", listed(path, numbers, unit, List.of((long) numbers.size()))));
      case Values.Drawn(Distribution distribution) -> distribution(distribution);
    };
  }

  private YamlNode listed(String path, Numbers numbers, Unit unit, List<Long> shape) {
    Optional<Map<String, YamlNode>> reference =
        stored(path, numbers, shape.isEmpty() ? List.of((long) numbers.size()) : shape);
    if (reference.isEmpty() && unit.symbol().isEmpty()) {
      return numbers(numbers);
    }
    Map<String, YamlNode> all =
        reference.orElseGet(() -> new LinkedHashMap<>(Map.of("values", numbers(numbers))));
    if (!unit.symbol().isEmpty()) {
      all.put("unit", text(unit.symbol()));
    }
    return NetworkTree.mapping(all);
  }

  /** The reference to a long list that has gone to the tensor file; empty where it stays. */
  Optional<Map<String, YamlNode>> stored(String path, Numbers numbers, List<Long> shape) {
    return stored(path, numbers.size(), () -> Tensor.of(shape, numbers));
  }

  /** The same for whole numbers. */
  Optional<Map<String, YamlNode>> stored(String path, int[] numbers, List<Long> shape) {
    return stored(path, numbers.length, () -> Tensor.of(shape, numbers));
  }

  /** What the neurons of a population are called; many go to a text file of their own. */
  YamlNode names(String population, List<String> all) {
    if (file.isEmpty() || all.size() <= LONGEST_IN_TEXT) {
      return texts(all);
    }
    String own = file.get().replaceFirst("\\.safetensors$", "") + "." + population + ".names.txt";
    texts.put(own, String.join("\n", all) + "\n");
    return NetworkTree.mapping(Map.of("file", text(own)));
  }

  /** Whether lists of that many numbers go to the tensor file. */
  boolean stores(int size) {
    return file.isPresent() && size > LONGEST_IN_TEXT;
  }

  private Optional<Map<String, YamlNode>> stored(String path, int size, Supplier<Tensor> tensor) {
    if (file.isEmpty() || !stores(size)) {
      return Optional.empty();
    }
    tensors.put(path, tensor.get());
    Map<String, YamlNode> reference = new LinkedHashMap<>();
    reference.put("file", text(file.get()));
    reference.put("tensor", text(path));
    return Optional.of(reference);
  }

  static Mapping distribution(Distribution distribution) {
    Unit unit = distribution.unit();
    Map<String, YamlNode> own = new LinkedHashMap<>();
    String word =
        switch (distribution) {
          case Distribution.Uniform u -> {
            own.put("low", quantity(new Quantity(u.low(), unit)));
            own.put("high", quantity(new Quantity(u.high(), unit)));
            yield "uniform";
          }
          case Distribution.Normal n -> {
            own.put("mean", quantity(new Quantity(n.mean(), unit)));
            own.put("sd", quantity(new Quantity(n.sd(), unit)));
            putBounds(own, n.least(), Double.NEGATIVE_INFINITY, n.most(), unit);
            yield "normal";
          }
          case Distribution.LogNormal l -> {
            own.put("median", quantity(new Quantity(l.median(), unit)));
            own.put("sigma", number(l.sigma()));
            putBounds(own, l.least(), 0, l.most(), unit);
            yield "log-normal";
          }
          case Distribution.Exponential e -> {
            own.put("mean", quantity(new Quantity(e.mean(), unit)));
            yield "exponential";
          }
          case Distribution.Geometric g -> {
            own.put("mean", number(g.mean()));
            own.put("each", quantity(new Quantity(g.each(), unit)));
            yield "geometric";
          }
        };
    return NetworkTree.mapping(Map.of(word, NetworkTree.mapping(own)));
  }

  /** Puts those bounds that say more than the distribution itself. */
  private static void putBounds(
      Map<String, YamlNode> own, double least, double unbounded, double most, Unit unit) {
    if (least != unbounded) {
      own.put("min", quantity(new Quantity(least, unit)));
    }
    if (most != Double.POSITIVE_INFINITY) {
      own.put("max", quantity(new Quantity(most, unit)));
    }
  }

  static Scalar quantity(Quantity quantity) {
    String unit = quantity.unit().symbol();
    return unit.isEmpty()
        ? number(quantity.value())
        : text(number(quantity.value()).text() + " " + unit);
  }

  static Scalar number(double value) {
    // a minus before 0 is part of the number
    boolean minusZero = Double.doubleToLongBits(value) == Double.doubleToLongBits(-0.0);
    return new Scalar(minusZero ? "-0.0" : Quantity.text(value), Kind.NUMBER, 0);
  }

  static Scalar whole(long value) {
    return new Scalar(Long.toString(value), Kind.NUMBER, 0);
  }

  static Scalar flag(boolean value) {
    return new Scalar(Boolean.toString(value), Kind.BOOLEAN, 0);
  }

  static Scalar text(String text) {
    return new Scalar(text, Kind.TEXT, 0);
  }

  static Sequence sequence(List<? extends YamlNode> items) {
    return new Sequence(List.copyOf(items), 0);
  }

  static Sequence texts(List<String> texts) {
    return sequence(texts.stream().map(ValuesTree::text).toList());
  }

  static Sequence numbers(Numbers numbers) {
    List<YamlNode> items = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      items.add(number(numbers.get(i)));
    }
    return sequence(items);
  }
}
