package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.census.ModelFiles;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.census.BuiltInEntries;
import org.hillock.lab.census.NetworkCensus;
import org.hillock.onnx.census.OnnxCensus;
import org.hillock.onnx.graph.OnnxFile;

/** Finds out what a census is asked for. */
final class CensusSubject {

  private CensusSubject() {}

  /**
   * A built-in entry, or what a file describes.
   *
   * @param weights whether weights of files are read, however many they are
   * @throws UsageException where nothing is known by that name, with the nearest
   */
  static CensusEntry of(Terminal terminal, String name, boolean weights) {
    Path file = terminal.path("census", name);
    boolean there = Files.exists(file);
    Optional<Architecture> known = BuiltInEntries.find(name);
    if (known.isPresent() && !there) {
      return CensusEntry.of(known.get());
    }
    if (name.endsWith(OnnxFile.ENDING)) {
      return OnnxCensus.of(OnnxFile.read(file), weights);
    }
    if (ModelFiles.isOne(file)) {
      return ModelFiles.read(file, weights);
    }
    if (Files.isDirectory(file)) {
      if (known.isPresent()) {
        return CensusEntry.of(known.get());
      }
      throw new UsageException(
          file + ": is a folder without .safetensors files and without a config.json");
    }
    if (there || name.endsWith(".yaml") || name.contains("/")) {
      return NetworkCensus.of(NetworkYaml.read(file));
    }
    throw new UsageException(
        "nothing is known of '"
            + name
            + "', and there is no such file; "
            + NearestName.hint(name, CensusVerb.known()));
  }
}
