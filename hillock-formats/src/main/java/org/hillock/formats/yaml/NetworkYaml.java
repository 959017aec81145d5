package org.hillock.formats.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hillock.core.files.WholeFile;
import org.hillock.core.network.Network;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.safetensors.SafetensorsFile;

/**
 * Network files ({@code *.net.yaml}): they say exactly what {@link
 * org.hillock.core.network.NetworkBuilder} says, so that reading what was written gives an equal
 * network.
 *
 * <p>The schema for editors is the resource {@code network.schema.json} beside this class.
 */
public final class NetworkYaml {

  private static final long LARGEST_BYTES = 1L << 30;

  private NetworkYaml() {}

  /**
   * Reads a network file; tensor, neuron and synapse files that it names are looked for in its
   * folder.
   *
   * @throws UsageException with file, path and line of the first thing that is wrong
   * @throws FailureException where the disk fails
   */
  public static Network read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + ": is a folder, not a network file");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST_BYTES) {
        throw new UsageException(
            file
                + ": "
                + bytes
                + " bytes are too large for a network file; put long lists into a safetensors"
                + " file");
      }
      Path folder = file.toAbsolutePath().getParent();
      return read(
          Files.readString(file), file.toString(), folder == null ? file.toAbsolutePath() : folder);
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new UsageException(file + ": is not UTF-8 text");
    } catch (IOException e) {
      throw new FailureException(file + ": could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a network from text.
   *
   * @param fileName how messages name the text
   * @param folder where tensor, neuron and synapse files that it names are looked for
   * @throws UsageException with file, path and line of the first thing that is wrong
   */
  public static Network read(String text, String fileName, Path folder) {
    YamlNode root = YamlTree.parse(text, fileName);
    try {
      return new NetworkReader(
              new TensorFolder(folder), new NeuronFolder(folder), new SynapseFolder(folder))
          .read(root);
    } catch (UsageException e) {
      throw Place.located(e, root, fileName);
    }
  }

  /** The text of a network, all numbers included. */
  public static String write(Network network) {
    return YamlText.of(new NetworkTree(ValuesTree.inText()).of(network));
  }

  /**
   * Writes a network file, all numbers included.
   *
   * @throws UsageException where the folder is missing or not writable
   * @throws FailureException where the disk is full or fails
   */
  public static void write(Network network, Path file) {
    String text = write(network);
    WholeFile.write(file, partial -> Files.writeString(partial, text));
  }

  /**
   * Writes a network file with its long lists (weights, biases, edges, positions of more than 64
   * numbers) in one safetensors file beside it: {@code mine.net.yaml} and {@code mine.safetensors};
   * as many names of neurons in a text file, {@code mine.POPULATION.names.txt}. Numbers are kept
   * exactly: as F32 where each is a float, else as F64.
   *
   * @throws UsageException where the folder is missing or not writable
   * @throws FailureException where the disk is full or fails
   */
  public static void writeWithWeights(Network network, Path yaml) {
    String stem = String.valueOf(yaml.getFileName()).replaceFirst("(\\.net)?\\.ya?ml$", "");
    String beside = stem + ".safetensors";
    ValuesTree values = ValuesTree.beside(beside);
    String text = YamlText.of(new NetworkTree(values).of(network));
    if (!values.tensors().isEmpty()) {
      SafetensorsFile.write(yaml.resolveSibling(beside), values.tensors());
    }
    values
        .texts()
        .forEach((name, lines) ->
            WholeFile.write(
                yaml.resolveSibling(name), partial -> Files.writeString(partial, lines)));
    WholeFile.write(yaml, partial -> Files.writeString(partial, text));
  }
}
