package org.hillock.core.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The neuron models that come with Hillock as texts. */
final class ShippedTexts {

  private ShippedTexts() {}

  static List<NeuronModel> all() {
    return resource("index")
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> NeuronTexts.read(name + ".neuron", resource(name + ".neuron")))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = ShippedTexts.class.getResourceAsStream("neurons/" + name)) {
      if (in == null) {
        throw new IllegalStateException("resource neurons/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
