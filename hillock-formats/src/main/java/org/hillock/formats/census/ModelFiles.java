package org.hillock.formats.census;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.WeightSigns;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.safetensors.SafetensorsModel;

/** Census entries of safetensors files, folders of them, and config.json files. */
public final class ModelFiles {

  private static final String CONFIG = "config.json";

  private ModelFiles() {}

  /** Whether that is a file or folder that can be read here. */
  public static boolean isOne(Path path) {
    return SafetensorsModel.isOne(path)
        || String.valueOf(path.getFileName()).endsWith(".json")
        || (Files.isDirectory(path) && Files.isRegularFile(path.resolve(CONFIG)));
  }

  /**
   * Reads headers and the config, never weights unless asked to.
   *
   * @param weights whether to read all weights for their signs, which takes as long as reading the
   *     files does
   * @throws UsageException where something is damaged, missing, or of an unknown kind
   */
  public static CensusEntry read(Path path, boolean weights) {
    if (SafetensorsModel.isOne(path)) {
      SafetensorsModel model = SafetensorsModel.open(path);
      return new CensusEntry(
          architecture(path, model), weights ? Optional.of(signs(model)) : Optional.empty());
    }
    Path config = Files.isDirectory(path) ? path.resolve(CONFIG) : path;
    return CensusEntry.of(ConfigCensus.read(name(path), config));
  }

  /** The config tells more than a header; a header is exact. */
  private static Architecture architecture(Path path, SafetensorsModel model) {
    Architecture header = HeaderCensus.of(name(path), model);
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    if (folder == null || !Files.isRegularFile(folder.resolve(CONFIG))) {
      return header;
    }
    Architecture config;
    try {
      config = ConfigCensus.read(name(path), folder.resolve(CONFIG));
    } catch (UsageException e) {
      return remarked(header, "The config.json beside it does not help: " + e.getMessage() + ".");
    }
    long stated = parameters(config);
    long counted = parameters(header);
    if (stated == counted) {
      return remarked(
          config, "The headers hold as many parameters as the config.json beside them states.");
    }
    return remarked(
        header,
        "The config.json beside it describes another network, of "
            + stated
            + " parameters and not "
            + counted
            + "; the headers are told here.");
  }

  private static long parameters(Architecture architecture) {
    return Census.of(architecture, Definitions.standard()).total().parameters().value();
  }

  private static Architecture remarked(Architecture one, String remark) {
    List<String> remarks = new ArrayList<>(one.remarks());
    remarks.add(remark);
    return new Architecture(
        one.name(), one.about(), one.source(), one.input(), one.parts(), remarks);
  }

  private static WeightSigns signs(SafetensorsModel model) {
    WeightSigns signs = WeightSigns.NONE;
    for (var one : model.entries().entrySet()) {
      if (NamedTensor.of(one.getKey(), one.getValue()).learnt()) {
        signs = signs.plus(TensorSigns.of(model.tensor(one.getKey())));
      }
    }
    return signs;
  }

  private static String name(Path path) {
    Path file = path.toAbsolutePath().normalize().getFileName();
    return file == null ? path.toString() : file.toString();
  }
}
