package org.hillock.core.equation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Texts that are right, from the folder of this class. */
public final class GoodTexts {

  public static final List<String> NAMES =
      List.of("lif-delta", "lif-exp", "adex", "hodgkin-huxley", "izhikevich", "wilson-cowan");

  private GoodTexts() {}

  public static String of(String name) {
    try (InputStream in =
        Objects.requireNonNull(GoodTexts.class.getResourceAsStream(name + ".neuron"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
