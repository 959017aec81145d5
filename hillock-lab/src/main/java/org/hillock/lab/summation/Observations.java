package org.hillock.lab.summation;

import java.util.Arrays;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * What a cell got and what it did, one row for each window of time.
 *
 * @param inputs by row: numbers of events at each synapse, all rows as long
 * @param outputs by row: 1 or 0 whether it spiked, or a potential in mV
 * @param spikes whether outputs are spikes
 */
@SuppressWarnings("ArrayRecordComponent") // large; handed on, never compared
public record Observations(double[][] inputs, double[] outputs, boolean spikes) {

  /**
   * Checks the table.
   *
   * @throws IllegalArgumentException where rows differ in length, a value is not finite, spikes are
   *     neither 0 nor 1, or all outputs are the same, so that there is nothing to tell
   */
  public Observations {
    if (inputs.length == 0 || inputs.length != outputs.length) {
      throw new IllegalArgumentException(
          inputs.length + " rows of inputs, " + outputs.length + " outputs");
    }
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i].length != inputs[0].length) {
        throw new IllegalArgumentException("row " + i + " has " + inputs[i].length + " inputs");
      }
      boolean fine =
          Double.isFinite(outputs[i]) && Arrays.stream(inputs[i]).allMatch(Double::isFinite);
      if (!fine || (spikes && outputs[i] != 0 && outputs[i] != 1)) {
        throw new IllegalArgumentException("row " + i + " cannot be: output " + outputs[i]);
      }
    }
    double first = outputs[0];
    if (Arrays.stream(outputs).allMatch(y -> y == first)) {
      throw new IllegalArgumentException("all outputs are " + first);
    }
  }

  int rows() {
    return inputs.length;
  }

  int synapses() {
    return inputs[0].length;
  }

  /** Of the outputs. */
  double mean() {
    return Arrays.stream(outputs).sum() / outputs.length;
  }

  /** Some rows. */
  Observations rows(int[] which) {
    double[][] x = new double[which.length][];
    double[] y = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      x[i] = inputs[which[i]];
      y[i] = outputs[which[i]];
    }
    return new Observations(x, y, spikes);
  }

  /**
   * Deals the rows out at random, each to one fold, all folds as large (up to one row), spikes
   * spread evenly over them.
   *
   * @return the fold of each row
   */
  int[] folds(int count, long seed) {
    int[] order = new int[rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    new Draws(seed, Purpose.SPLIT, 0).shuffle(order);
    int[] fold = new int[rows()];
    int dealt = 0;
    for (double spiked = 0; spiked <= 1; spiked++) {
      for (int row : order) {
        boolean now = spikes ? outputs[row] == spiked : spiked == 0;
        if (now) {
          fold[row] = dealt++ % count;
        }
      }
    }
    return fold;
  }
}
