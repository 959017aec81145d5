package org.hillock.core.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * All neuron models that are known: the shipped ones and those of {@link NeuronModelProvider}s. A
 * shipped text is read when its model is first asked for.
 */
public final class NeuronModels {

  private static final Map<String, Supplier<NeuronModel>> KNOWN = load();
  private static final Map<String, NeuronModel> READ = new ConcurrentHashMap<>();

  private NeuronModels() {}

  private static Map<String, Supplier<NeuronModel>> load() {
    Map<String, Supplier<NeuronModel>> known = new LinkedHashMap<>();
    for (NeuronModel shipped : ShippedNeuronModels.all()) {
      put(known, shipped.name(), () -> shipped);
    }
    ShippedTexts texts = new ShippedTexts(ShippedTexts.FOLDER);
    for (String name : texts.names()) {
      put(known, name, texts.model(name));
    }
    for (NeuronModelProvider provider : ServiceLoader.load(NeuronModelProvider.class)) {
      for (NeuronModel model : provider.models()) {
        put(known, model.name(), () -> model);
      }
    }
    return known;
  }

  private static void put(
      Map<String, Supplier<NeuronModel>> known, String name, Supplier<NeuronModel> model) {
    if (known.putIfAbsent(name, model) != null) {
      throw new IllegalStateException("two neuron models are named '" + name + "'");
    }
  }

  public static List<NeuronModel> all() {
    return KNOWN.keySet().stream().map(name -> named("", name)).toList();
  }

  /** The names of all models. */
  public static List<String> names() {
    return List.copyOf(KNOWN.keySet());
  }

  /** Whether a model of that name is known everywhere. */
  public static boolean known(String name) {
    return KNOWN.containsKey(name);
  }

  /** Checks that a model does not bear the name of another that is known everywhere. */
  static void checkOwn(String path, NeuronModel model) {
    if (known(model.name()) && !named(path, model.name()).equals(model)) {
      throw new UsageException(path, taken(model.name()));
    }
  }

  /** What is said of a model of one's own with a name that is known everywhere. */
  public static String taken(String name) {
    return "'" + name + "' is the name of a neuron model that comes with Hillock; choose another";
  }

  /**
   * The model of that name.
   *
   * @param path where the name stands
   * @throws UsageException with the nearest known name
   */
  public static NeuronModel named(String path, String name) {
    Supplier<NeuronModel> found = KNOWN.get(name);
    if (found == null) {
      throw new UsageException(
          path,
          "neuron model '" + name + "' is unknown; " + NearestName.hint(name, KNOWN.keySet()));
    }
    return READ.computeIfAbsent(name, _ -> found.get());
  }
}
