package org.hillock.lab.stdp;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.network.Decision;

/** What neurons did when images of each class were shown: whom they answer to most. */
final class Responses {

  private final double[][] spikes;
  private final int[] shown;

  Responses(int classes, int neurons) {
    spikes = new double[classes][neurons];
    shown = new int[classes];
  }

  /** An image of a class was shown, and the neurons fired so often. */
  void add(int label, double[] counts) {
    shown[label]++;
    for (int i = 0; i < counts.length; i++) {
      spikes[label][i] += counts[i];
    }
  }

  /** How many images were shown. */
  int images() {
    int all = 0;
    for (int some : shown) {
      all += some;
    }
    return all;
  }

  /** By neuron the class whose images it fires for most on average; none where it never fired. */
  List<Integer> labels() {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < spikes[0].length; i++) {
      int best = Decision.Votes.UNLABELLED;
      double most = 0;
      for (int c = 0; c < shown.length; c++) {
        double mean = spikes[c][i] / Math.max(1, shown[c]);
        if (mean > most) {
          most = mean;
          best = c;
        }
      }
      labels.add(best);
    }
    return labels;
  }
}
