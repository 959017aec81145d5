package org.hillock.formats.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * The tensors of a trained network, in one file or cut into several ("shards") beside an index:
 * {@code model.safetensors.index.json}, which names the file of each.
 *
 * <p>Opening reads headers only.
 */
public final class SafetensorsModel {

  /** What the name of an index ends in. */
  public static final String INDEX_ENDING = SafetensorsFile.ENDING + ".index.json";

  private final Path path;
  private final Map<String, SafetensorsFile> homes;
  private final List<Path> files;

  private SafetensorsModel(Path path, Map<String, SafetensorsFile> homes, List<Path> files) {
    this.path = path;
    this.homes = Collections.unmodifiableMap(homes);
    this.files = List.copyOf(files);
  }

  /** Whether the name is one of a safetensors file or an index of some, or a folder with any. */
  public static boolean isOne(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(SafetensorsFile.ENDING)
        || name.endsWith(INDEX_ENDING)
        || (Files.isDirectory(path) && !ending(path, SafetensorsFile.ENDING).isEmpty());
  }

  /**
   * Opens a file, an index, or a folder that holds either.
   *
   * @throws UsageException where something is missing, damaged, or stands twice
   * @throws FailureException where the disk fails
   */
  public static SafetensorsModel open(Path path) {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (String.valueOf(path.getFileName()).endsWith(INDEX_ENDING)) {
      return indexed(path);
    }
    return union(path, List.of(path));
  }

  private static SafetensorsModel folder(Path folder) {
    List<Path> indices = ending(folder, INDEX_ENDING);
    if (indices.size() > 1) {
      throw new UsageException(
          folder + ": holds several indices: " + names(indices) + "; name one of them");
    }
    if (indices.size() == 1) {
      return indexed(indices.getFirst());
    }
    List<Path> files = ending(folder, SafetensorsFile.ENDING);
    if (files.isEmpty()) {
      throw new UsageException(folder + ": holds no " + SafetensorsFile.ENDING + " file");
    }
    return union(folder, files);
  }

  private static List<Path> ending(Path folder, String ending) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new FailureException(folder + ": could not be read: " + e.getMessage(), e);
    }
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(f -> f.getFileName().toString()).toList());
  }

  private static SafetensorsModel union(Path path, List<Path> files) {
    Map<String, SafetensorsFile> homes = new LinkedHashMap<>();
    for (Path one : files) {
      SafetensorsFile file = SafetensorsFile.open(one);
      for (String name : file.names()) {
        if (homes.put(name, file) != null) {
          throw new UsageException(
              one + ": tensor '" + HeaderReader.shown(name) + "' stands in another file, too");
        }
      }
    }
    return new SafetensorsModel(path, homes, files);
  }

  private static SafetensorsModel indexed(Path index) {
    Map<String, String> fileOf = IndexReader.read(index);
    Map<String, SafetensorsFile> open = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String file : new TreeSet<>(fileOf.values())) {
      Path shard = index.resolveSibling(file);
      if (Files.exists(shard)) {
        open.put(file, SafetensorsFile.open(shard));
      } else {
        missing.add(file);
      }
    }
    if (!missing.isEmpty()) {
      List<String> some = missing.subList(0, Math.min(3, missing.size()));
      throw new UsageException(
          index
              + ": "
              + missing.size()
              + " of "
              + (missing.size() + open.size())
              + " files are missing beside it: "
              + String.join(", ", some)
              + (missing.size() > some.size() ? ", …" : ""));
    }
    Map<String, SafetensorsFile> homes = new LinkedHashMap<>();
    fileOf.forEach((name, file) -> {
      SafetensorsFile home = java.util.Objects.requireNonNull(open.get(file));
      if (!home.entries().containsKey(name)) {
        throw new UsageException(
            index
                + ": file '"
                + file
                + "' has no tensor '"
                + HeaderReader.shown(name)
                + "'; "
                + NearestName.hint(name, home.names()));
      }
      homes.put(name, home);
    });
    open.forEach((file, home) -> checkNamed(index, file, home, fileOf));
    return new SafetensorsModel(
        index, homes, open.keySet().stream().map(f -> index.resolveSibling(f)).toList());
  }

  /** A tensor that the index leaves out would be quietly dropped. */
  private static void checkNamed(
      Path index, String file, SafetensorsFile home, Map<String, String> fileOf) {
    for (String name : home.names()) {
      if (!file.equals(fileOf.get(name))) {
        throw new UsageException(
            index
                + ": does not say that tensor '"
                + HeaderReader.shown(name)
                + "' stands in '"
                + file
                + "'");
      }
    }
  }

  /** Where it was opened. */
  public Path path() {
    return path;
  }

  /** Its files, sorted by name. */
  public List<Path> files() {
    return files;
  }

  /** What the headers say of each tensor. */
  public Map<String, TensorEntry> entries() {
    Map<String, TensorEntry> all = new LinkedHashMap<>();
    homes.forEach(
        (name, file) -> all.put(name, java.util.Objects.requireNonNull(file.entries().get(name))));
    return all;
  }

  /**
   * One tensor.
   *
   * @throws UsageException where there is none of that name (with the nearest)
   */
  public Tensor tensor(String name) {
    SafetensorsFile home = homes.get(name);
    if (home == null) {
      throw new UsageException(
          path + ": has no tensor '" + name + "'; " + NearestName.hint(name, homes.keySet()));
    }
    return home.tensor(name);
  }
}
