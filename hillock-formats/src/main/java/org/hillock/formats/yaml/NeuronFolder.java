package org.hillock.formats.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** The neuron models of a network file's own: texts within it, or files beside it. */
final class NeuronFolder {

  /** Ten million names of some 25 letters. */
  private static final long LARGEST_NAMES = 1L << 28;

  private final Neighbours neighbours;

  NeuronFolder(Path folder) {
    neighbours = new Neighbours(folder, "the network file");
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
    Fields fields = Fields.of(path, node).allowing(Vocabulary.TEXT_FILE);
    String file = fields.text("file");
    return neighbours.read(
        fields.at("file"),
        file,
        beside ->
            file.endsWith(CellYaml.ENDING)
                ? CellModels.of(name, CellYaml.read(file, beside))
                : NeuronTexts.read(file, name, NeuronFiles.text(beside)));
  }

  /** The lines of the file that holds what neurons are called. */
  List<String> names(Fields fields) {
    return neighbours.read(
        fields.at("file"),
        fields.text("file"),
        beside -> SmallFile.text(beside, "a list of names", LARGEST_NAMES).lines().toList());
  }

  /** The model of a cell's file, under the cell's own name. */
  NeuronModel cell(String path, String file) {
    return neighbours.read(path, file, beside -> CellModels.of(CellYaml.read(file, beside)));
  }
}
