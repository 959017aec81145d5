package org.hillock.core.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * The neuron texts that come with Hillock: the resources {@code neurons/*.neuron} beside this
 * class, listed in {@code neurons/index.txt}.
 */
final class ShippedTexts {

  static final String FOLDER = "neurons";

  private static final String INDEX = "index.txt";
  private static final String ENDING = ".neuron";

  private final String folder;

  /** The texts of a folder beside this class. */
  ShippedTexts(String folder) {
    this.folder = folder;
  }

  /** Their names, in the order of the index; no text is read for that. */
  List<String> names() {
    return resource(INDEX)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Reads a text when it is first asked for. */
  Supplier<NeuronModel> model(String name) {
    return () -> NeuronTexts.read(name + ENDING, name, resource(name + ENDING));
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
