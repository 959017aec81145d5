package org.hillock.core.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * The rules of plastic synapses that come with Hillock: the resources {@code synapses/*.synapse}
 * beside this class, listed in {@code synapses/index.txt}; docs/learning.md tells of them.
 */
public final class SynapseRules {

  private static final ShippedTexts TEXTS = new ShippedTexts("synapses", ".synapse");
  private static final Map<String, SynapseText> READ = new ConcurrentHashMap<>();

  private static final List<String> NAMES = TEXTS.names();

  private SynapseRules() {}

  /** Their names, in the order of the index. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether a rule of that name comes with Hillock. */
  public static boolean known(String name) {
    return names().contains(name);
  }

  /** What is said of a rule of one's own with the name of one that comes with Hillock. */
  public static String taken(String name) {
    return "'"
        + name
        + "' is the name of a rule of plastic synapses that comes with Hillock; choose another";
  }

  /**
   * The one of that name.
   *
   * @param path where the name stands, for messages
   * @throws UsageException with the nearest known name
   */
  public static SynapseText named(String path, String name) {
    if (!NAMES.contains(name)) {
      throw new UsageException(
          path,
          "rule '" + name + "' of plastic synapses is unknown; " + NearestName.hint(name, NAMES));
    }
    return READ.computeIfAbsent(
        name, _ -> SynapseText.read(name + ".synapse", name, TEXTS.text(name)));
  }
}
