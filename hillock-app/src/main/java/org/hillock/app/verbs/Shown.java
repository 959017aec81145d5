package org.hillock.app.verbs;

import java.util.Optional;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.data.Dataset;
import org.hillock.core.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * An image that a network is shown.
 *
 * @param number within the data, from 0
 */
record Shown(Dataset data, int number) {

  /**
   * What {@code --on} and {@code --image} say; empty where nothing is shown.
   *
   * @throws UsageException where the data or the image are unknown
   */
  static Optional<Shown> of(Terminal terminal, @Nullable String on, @Nullable Integer image) {
    if (on == null) {
      if (image != null) {
        throw new UsageException("--image " + image + ": say with --on of which data");
      }
      return Optional.empty();
    }
    Dataset data = DataChoice.counted(DataChoice.open(terminal, on));
    return Optional.of(of(data, "--image", image == null ? 0 : image));
  }

  /**
   * An image of a data set.
   *
   * @param option that gave the number, for the message
   * @throws UsageException where there is no such image
   */
  static Shown of(Dataset data, String option, int number) {
    if (number < 0 || number >= data.size()) {
      throw new UsageException(
          option + " " + number + ": " + data.name() + " has images 0.." + (data.size() - 1));
    }
    return new Shown(data, number);
  }

  float[] pixels() {
    return data.images()[number];
  }

  /** For people. */
  String told() {
    return "image " + number + " of " + data.name() + ", a " + data.labels()[number];
  }
}
