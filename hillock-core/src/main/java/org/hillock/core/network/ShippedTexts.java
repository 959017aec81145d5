package org.hillock.core.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Texts that come with Hillock: resources in a folder beside this class, such as {@code
 * neurons/*.neuron}, listed in its {@code index.txt}.
 */
final class ShippedTexts {

  static final String FOLDER = "neurons";

  private static final String INDEX = "index.txt";
  private static final String ENDING = ".neuron";

  private final String folder;
  private final String ending;

  /** The texts of neurons in a folder beside this class. */
  ShippedTexts(String folder) {
    this(folder, ENDING);
  }

  /**
   * The texts of a folder beside this class.
   *
   * @param ending of their files
   */
  ShippedTexts(String folder, String ending) {
    this.folder = folder;
    this.ending = ending;
  }

  /** Their names, in the order of the index; no text is read for that. */
  List<String> names() {
    return resource(INDEX)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** The text of that name. */
  String text(String name) {
    return resource(name + ending);
  }

  /** Reads a neuron's text when it is first asked for. */
  Supplier<NeuronModel> model(String name) {
    return () -> NeuronTexts.read(name + ending, name, text(name));
  }

  private String resource(String file) {
    try (InputStream in = ShippedTexts.class.getResourceAsStream(folder + "/" + file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + folder + "/" + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
