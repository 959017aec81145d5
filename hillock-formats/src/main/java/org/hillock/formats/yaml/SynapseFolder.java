package org.hillock.formats.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** The rules of plastic synapses that a network file can name: its own, and those of Hillock. */
final class SynapseFolder {

  private final Neighbours neighbours;
  private final Map<String, SynapseText> own = new LinkedHashMap<>();

  SynapseFolder(Path folder) {
    neighbours = new Neighbours(folder, "the network file");
  }

  /** Reads the section {@code synapses}. */
  void read(Fields section) {
    for (String name : section.keys()) {
      String path = section.at(name);
      if (SynapseRules.known(name)) {
        throw new UsageException(path, SynapseRules.taken(name));
      }
      own.put(name, rule(path, name, section.node(name)));
    }
  }

  private SynapseText rule(String path, String name, YamlNode node) {
    if (!(node instanceof Mapping)) {
      return SynapseText.read(path, name, Fields.text(path, node));
    }
    Fields fields = Fields.of(path, node).allowing(Vocabulary.TEXT_FILE);
    String file = fields.text("file");
    return neighbours.read(
        fields.at("file"), file, beside -> SynapseText.read(file, name, SynapseFiles.text(beside)));
  }

  /**
   * The rule of a name: one of the file's own, one of Hillock, or that of a file beside.
   *
   * @throws UsageException with the nearest known name
   */
  SynapseText named(String path, String name) {
    SynapseText found = own.get(name);
    if (found != null) {
      return found;
    }
    if (name.endsWith(SynapseFiles.ENDING)) {
      return neighbours.read(
          path, name, beside -> SynapseText.read(name, SynapseFiles.text(beside)));
    }
    if (!own.isEmpty() && !SynapseRules.known(name)) {
      List<String> known = new ArrayList<>(own.keySet());
      known.addAll(SynapseRules.names());
      throw new UsageException(
          path,
          "rule '" + name + "' of plastic synapses is unknown; " + NearestName.hint(name, known));
    }
    return SynapseRules.named(path, name);
  }
}
