package org.hillock.formats.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** The neuron models of a network file's own: texts within it, or files beside it. */
final class NeuronFolder {

  private final Path folder;

  NeuronFolder(Path folder) {
    this.folder = folder;
  }

  /** The models of the section {@code neurons}, by name. */
  Map<String, NeuronModel> read(Fields section) {
    Map<String, NeuronModel> models = new LinkedHashMap<>();
    for (String name : section.keys()) {
      String path = section.at(name);
      if (NeuronModels.known(name)) {
        throw new UsageException(path, NeuronModels.taken(name));
      }
      models.put(name, model(path, name, section.node(name)));
    }
    return models;
  }

  private NeuronModel model(String path, String name, YamlNode node) {
    if (!(node instanceof Mapping)) {
      return NeuronTexts.read(path, name, Fields.text(path, node));
    }
    Fields fields = Fields.of(path, node).allowing(Vocabulary.NEURON);
    String file = fields.text("file");
    try {
      return NeuronTexts.read(file, name, NeuronFiles.text(beside(file)));
    } catch (UsageException e) {
      throw new UsageException(fields.at("file"), String.valueOf(e.getMessage()));
    }
  }

  private Path beside(String file) {
    Path path;
    try {
      path = folder.resolve(file).normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("'" + file + "' is not a file's name");
    }
    if (!path.startsWith(folder.normalize()) || file.isBlank()) {
      throw new UsageException("file '" + file + "' is not in the folder of the network file");
    }
    return path;
  }
}
