package org.hillock.onnx.read;

import java.util.Optional;

/**
 * A signal [1, channels, height, width] as sheets of populations: which channel of which population
 * each of its channels is, with rows and columns of zeros around.
 *
 * @param height rows of the populations
 * @param width columns of the populations
 * @param top rows of zeros above
 * @param left columns of zeros before
 * @param bottom rows of zeros below
 * @param right columns of zeros after
 * @param population of each channel
 * @param channel within the population
 */
record Sheet(
    int height,
    int width,
    int top,
    int left,
    int bottom,
    int right,
    int[] population,
    int[] channel) {

  /** The sheets that a signal is made of, where it is made of such. */
  static Optional<Sheet> of(Draft draft, Signal signal) {
    int channels = signal.dims()[1];
    int rows = signal.dims()[2];
    int columns = signal.dims()[3];
    int top = 0;
    while (top < rows && isEmptyRow(signal, top)) {
      top++;
    }
    int bottom = rows;
    while (bottom > top && isEmptyRow(signal, bottom - 1)) {
      bottom--;
    }
    int left = 0;
    while (left < columns && isEmptyColumn(signal, left)) {
      left++;
    }
    int right = columns;
    while (right > left && isEmptyColumn(signal, right - 1)) {
      right--;
    }
    if (top == bottom || left == right) {
      return Optional.empty();
    }
    Sheet sheet =
        new Sheet(
            bottom - top,
            right - left,
            top,
            left,
            rows - bottom,
            columns - right,
            new int[channels],
            new int[channels]);
    for (int c = 0; c < channels; c++) {
      if (!sheet.find(draft, signal, c)) {
        return Optional.empty();
      }
    }
    for (int c = 0; c < channels; c++) {
      DraftPopulation source = draft.population(sheet.population[c]);
      if (!source.shapeFixed()) {
        source.fixShape(sheet.height, sheet.width, source.size() / (sheet.height * sheet.width));
      }
    }
    return Optional.of(sheet);
  }

  private static boolean isEmptyRow(Signal signal, int row) {
    for (int c = 0; c < signal.dims()[1]; c++) {
      for (int x = 0; x < signal.dims()[3]; x++) {
        if (at(signal, c, row, x) != Signal.ZERO) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isEmptyColumn(Signal signal, int column) {
    for (int c = 0; c < signal.dims()[1]; c++) {
      for (int y = 0; y < signal.dims()[2]; y++) {
        if (at(signal, c, y, column) != Signal.ZERO) {
          return false;
        }
      }
    }
    return true;
  }

  private static long at(Signal signal, int c, int y, int x) {
    return signal.cells()[(c * signal.dims()[2] + y) * signal.dims()[3] + x];
  }

  /** Finds which channel of which population channel {@code c} is. */
  private boolean find(Draft draft, Signal signal, int c) {
    long first = at(signal, c, top, left);
    if (first == Signal.ZERO) {
      return false;
    }
    DraftPopulation source = draft.population(Signal.population(first));
    int[] shape = source.shape();
    boolean fits =
        source.shapeFixed()
            ? shape[0] == height && shape[1] == width
            : source.size() % (height * width) == 0;
    int depth = source.size() / (height * width);
    population[c] = source.id();
    channel[c] = Signal.neuron(first);
    if (!fits || channel[c] >= depth) {
      return false;
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        long expected = Signal.cell(source.id(), (y * width + x) * depth + channel[c]);
        if (at(signal, c, y + top, x + left) != expected) {
          return false;
        }
      }
    }
    return true;
  }

  boolean hasMargins() {
    return top + left + bottom + right > 0;
  }

  /** Whether its channels are all those of one population, in order. */
  boolean isWhole(Draft draft) {
    for (int c = 0; c < channel.length; c++) {
      if (population[c] != population[0] || channel[c] != c) {
        return false;
      }
    }
    return draft.population(population[0]).channels() == channel.length;
  }
}
