package org.hillock.core.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** All neuron models that are known: the shipped ones and those of {@link NeuronModelProvider}s. */
public final class NeuronModels {

  private static final Map<String, NeuronModel> KNOWN = load();

  private NeuronModels() {}

  private static Map<String, NeuronModel> load() {
    Map<String, NeuronModel> known = new LinkedHashMap<>();
    for (NeuronModel shipped : ShippedNeuronModels.all()) {
      known.put(shipped.name(), shipped);
    }
    for (NeuronModel text : ShippedTexts.all()) {
      known.put(text.name(), text);
    }
    for (NeuronModelProvider provider : ServiceLoader.load(NeuronModelProvider.class)) {
      for (NeuronModel model : provider.models()) {
        if (known.putIfAbsent(model.name(), model) != null) {
          throw new IllegalStateException("two neuron models are named '" + model.name() + "'");
        }
      }
    }
    return known;
  }

  public static List<NeuronModel> all() {
    return List.copyOf(KNOWN.values());
  }

  /** Whether a model of that name is known everywhere. */
  public static boolean known(String name) {
    return KNOWN.containsKey(name);
  }

  /** Checks that a model does not bear the name of another that is known everywhere. */
  static void checkOwn(String path, NeuronModel model) {
    NeuronModel same = KNOWN.get(model.name());
    if (same != null && !same.equals(model)) {
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
    NeuronModel found = KNOWN.get(name);
    if (found == null) {
      throw new UsageException(
          path,
          "neuron model '" + name + "' is unknown; " + NearestName.hint(name, KNOWN.keySet()));
    }
    return found;
  }
}
