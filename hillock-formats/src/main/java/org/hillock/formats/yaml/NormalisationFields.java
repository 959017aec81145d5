package org.hillock.formats.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Normalisation.Layer;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Values;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code normalise}, read and written. */
final class NormalisationFields {

  static final List<String> WORDS = List.of("none", "rms", "layer", "batch");

  /** The words that may stand before more that is said. */
  static final List<String> TOLD = List.of("layer", "batch");

  static final List<String> LAYER = List.of("epsilon", "over");
  static final List<String> BATCH = List.of("mean", "variance", "epsilon", "momentum");

  private NormalisationFields() {}

  /** The words of {@link Layer.Over}. */
  static List<String> groups() {
    return Arrays.stream(Layer.Over.values()).map(NormalisationFields::word).toList();
  }

  private static String word(Layer.Over over) {
    return over.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads it.
   *
   * @param from the source; where it is unknown, the projection is refused elsewhere
   */
  static Normalisation read(Fields f, ValuesReader values, @Nullable Population from) {
    int channels = from == null ? 1 : from.shape().channels();
    if (!(f.node("normalise") instanceof Mapping)) {
      return switch (f.word("normalise", WORDS)) {
        case "none" -> Normalisation.none();
        case "rms" -> Normalisation.rms();
        case "layer" -> new Layer(Layer.STANDARD_EPSILON, Layer.Over.NEURONS);
        default -> Batch.fresh(channels);
      };
    }
    Fields told = f.mapping("normalise");
    if (told.keys().size() != 1) {
      throw new UsageException(
          told.path(), "has " + told.keys().size() + " keys; give one of " + TOLD);
    }
    String word = told.keys().iterator().next();
    if (!TOLD.contains(word)) {
      throw new UsageException(
          told.at(word), "'" + word + "' is unknown; " + NearestName.hint(word, TOLD));
    }
    Fields own = told.mapping(word);
    return word.equals("layer") ? layer(own) : batch(own, values, channels);
  }

  private static Layer layer(Fields own) {
    own.allowing(LAYER);
    double epsilon = own.has("epsilon") ? own.number("epsilon") : Layer.STANDARD_EPSILON;
    Layer.Over over =
        own.has("over")
            ? Layer.Over.values()[groups().indexOf(own.word("over", groups()))]
            : Layer.Over.NEURONS;
    return Place.within(own.path(), () -> new Layer(epsilon, over));
  }

  private static Batch batch(Fields own, ValuesReader values, int channels) {
    own.allowing(BATCH);
    Batch fresh = Batch.fresh(channels);
    Numbers mean = numbers(own, "mean", values, fresh.mean());
    Numbers variance = numbers(own, "variance", values, fresh.variance());
    double epsilon = own.has("epsilon") ? own.number("epsilon") : Batch.STANDARD_EPSILON;
    double momentum = own.has("momentum") ? own.number("momentum") : Batch.STANDARD_MOMENTUM;
    return Place.within(own.path(), () -> new Batch(mean, variance, epsilon, momentum));
  }

  /** One number for all channels, or one for each. */
  private static Numbers numbers(Fields own, String key, ValuesReader values, Numbers without) {
    if (!own.has(key)) {
      return without;
    }
    String path = own.at(key);
    Values given = values.values(path, own.node(key), List.of((long) without.size()));
    if (!given.unit().equals(Unit.NONE) || given instanceof Values.Drawn) {
      throw new UsageException(
          path, given.described() + " stands where plain numbers are needed, one for each channel");
    }
    return switch (given) {
      case Values.Listed listed -> listed.numbers();
      case Values.PerChannel shared -> shared.numbers();
      default -> {
        double[] all = new double[without.size()];
        Arrays.fill(all, given.least());
        yield Numbers.of(all);
      }
    };
  }

  /** Writes it; nothing where nothing is done. */
  static void put(
      Map<String, YamlNode> all, String path, Normalisation normalisation, ValuesTree values) {
    switch (normalisation) {
      case Normalisation.None _ -> {
        // nothing to say
      }
      case Normalisation.RootMeanSquare _ -> all.put("normalise", ValuesTree.text("rms"));
      case Layer(double epsilon, Layer.Over over) -> {
        Map<String, YamlNode> own = new LinkedHashMap<>();
        own.put("epsilon", ValuesTree.number(epsilon));
        own.put("over", ValuesTree.text(word(over)));
        all.put("normalise", told("layer", own));
      }
      case Batch(Numbers mean, Numbers variance, double epsilon, double momentum) -> {
        String at = path + ".normalise.batch.";
        List<Long> shape = List.of((long) mean.size());
        Map<String, YamlNode> own = new LinkedHashMap<>();
        own.put("mean", values.of(at + "mean", new Values.Listed(mean, Unit.NONE), shape));
        own.put(
            "variance", values.of(at + "variance", new Values.Listed(variance, Unit.NONE), shape));
        own.put("epsilon", ValuesTree.number(epsilon));
        own.put("momentum", ValuesTree.number(momentum));
        all.put("normalise", told("batch", own));
      }
    }
  }

  private static YamlNode told(String word, Map<String, YamlNode> own) {
    return NetworkTree.mapping(Map.of(word, NetworkTree.mapping(own)));
  }
}
