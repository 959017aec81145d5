package org.hillock.app.verbs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.app.shell.GraphSubject;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.data.Dataset;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.analysis.Responses;
import org.hillock.lab.bench.Experiment;

/**
 * Many images that a network is shown, one after the other.
 *
 * @param images as the network takes them, none where no data were named
 * @param labels as many
 * @param classes of labels
 */
record ManyImages(float[][] images, int[] labels, int classes) {

  /** The first images of the data that were named; none where none were. */
  static ManyImages of(BenchOptions bench, Terminal terminal, int most) {
    Optional<Dataset> data = bench.input().data(terminal).map(d -> d.first(most));
    return data.map(d ->
            new ManyImages(
                Arrays.stream(d.images()).map(bench.input()::taken).toArray(float[][]::new),
                d.labels(),
                d.classes()))
        .orElseGet(() -> new ManyImages(new float[0][], new int[0], 0));
  }

  /**
   * The population that images are shown on.
   *
   * @throws org.hillock.core.problem.UsageException where it cannot be told
   */
  static String door(Experiment run) {
    if (run.cues().isEmpty() && run.subject() instanceof GraphSubject graph) {
      List<String> names = graph.file().inputNames();
      if (names.size() == 1) {
        return names.getFirst();
      }
    }
    return Responses.door(run);
  }

  /** The same; empty where there is none. */
  static Optional<String> optionalDoor(Experiment run) {
    try {
      return Optional.of(door(run));
    } catch (UsageException e) {
      return Optional.empty();
    }
  }
}
