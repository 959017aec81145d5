package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Stimulus;

/** What is shown on each population of {@code input} neurons. */
final class Inputs {

  private final Network network;
  private final Map<String, float[][]> shown = new LinkedHashMap<>();

  Inputs(Network network) {
    this.network = network;
  }

  /**
   * Shows a stimulus in place of the one before.
   *
   * @throws UsageException where the population is unknown or cannot take it, or a row has the
   *     wrong length
   */
  void present(Stimulus stimulus) {
    Population population = network.population(stimulus.population());
    switch (stimulus) {
      case Stimulus.Frames frames -> {
        requireInput(population, "frames");
        checkRows(population, frames.rows());
        shown.put(population.name(), frames.rows());
      }
      case Stimulus.SpikeTrains _ ->
          throw new UsageException(
              "population '"
                  + population.name()
                  + "' of model '"
                  + population.neuron()
                  + "' takes no spike trains: the tensor engine runs without time");
      case Stimulus.Nothing _ -> {
        requireInput(population, "stimuli");
        shown.remove(population.name());
      }
    }
  }

  private static void requireInput(Population population, String what) {
    if (!population.neuron().equals(FeedForward.INPUT)) {
      throw new UsageException(
          "population '"
              + population.name()
              + "' of model '"
              + population.neuron()
              + "' takes no "
              + what
              + "; only neurons of model 'input' do");
    }
  }

  private static void checkRows(Population population, float[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != population.size()) {
        throw new UsageException(
            "a stimulus for '"
                + population.name()
                + "' has "
                + rows[i].length
                + " numbers in row "
                + i
                + ", but the population has "
                + population.size()
                + " neurons");
      }
    }
  }

  void clear() {
    shown.clear();
  }

  /**
   * How many rows the batch has: those of every stimulus that has more than one.
   *
   * @throws UsageException where two stimuli differ
   */
  int rows() {
    String first = "";
    int rows = 1;
    for (Map.Entry<String, float[][]> entry : shown.entrySet()) {
      int own = entry.getValue().length;
      if (own != 1 && rows != 1 && own != rows) {
        throw new UsageException(
            "the stimulus for '"
                + first
                + "' has "
                + rows
                + " rows, but the one for '"
                + entry.getKey()
                + "' has "
                + own
                + "; give each the same number, or one row for all");
      }
      if (own != 1) {
        rows = own;
        first = entry.getKey();
      }
    }
    return rows;
  }

  /** What is shown on a population, [rows or 1, neurons]; 0 where nothing is. */
  NDArray of(Population population, NDManager pass) {
    float[][] rows = shown.get(population.name());
    Shape shape = new Shape(rows == null ? 1 : rows.length, population.size());
    return rows == null
        ? pass.zeros(shape, DataType.FLOAT32)
        : Torch.create(pass, flat(rows, population.size()), shape);
  }

  private static float[] flat(float[][] rows, int width) {
    float[] flat = new float[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return flat;
  }
}
