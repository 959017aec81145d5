package org.hillock.app.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.files.WholeFile;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Checkpoint;
import org.hillock.core.training.Checkpoints;
import org.hillock.formats.yaml.NetworkYaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkpoints in a small file that names a network file beside it. Network files are written in
 * turn under two names, and this file last: broken off at any time, what it names is whole.
 */
public final class CheckpointFile implements Checkpoints {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private boolean second;

  /**
   * Checkpoints in that file.
   *
   * @throws UsageException where a folder has its name, or its folder is missing or not writable
   */
  public CheckpointFile(Path file) {
    this.file = file;
    WholeFile.begin(file).discard();
  }

  @Override
  public Optional<Checkpoint> last() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode root = read();
    try {
      String name = root.required("network").asString();
      second = name.equals(network(true).getFileName().toString());
      List<Double> losses = new ArrayList<>();
      root.required("lossByEpoch").forEach(loss -> losses.add(loss.asDouble()));
      return Optional.of(
          new Checkpoint(
              NetworkYaml.read(file.resolveSibling(name)),
              root.required("seed").asLong(),
              root.required("done").asLong(),
              losses,
              root.required("lossNow").asDouble()));
    } catch (JacksonException e) {
      throw new UsageException(
          file + ": is no checkpoint of a training: " + e.getOriginalMessage());
    }
  }

  private JsonNode read() {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new UsageException(
          file + ": is no checkpoint of a training: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new FailureException(file + ": could not be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void save(Checkpoint checkpoint) {
    second = !second;
    Path network = network(second);
    NetworkYaml.writeWithWeights(checkpoint.network(), network);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("network", network.getFileName().toString());
    tree.put("seed", checkpoint.seed());
    tree.put("done", checkpoint.done());
    tree.put("lossByEpoch", checkpoint.lossByEpoch());
    tree.put("lossNow", checkpoint.lossNow());
    WholeFile.write(file, JsonText.of(tree).getBytes(StandardCharsets.UTF_8));
  }

  private Path network(boolean other) {
    return file.resolveSibling(file.getFileName() + (other ? ".b" : ".a") + ".net.yaml");
  }
}
