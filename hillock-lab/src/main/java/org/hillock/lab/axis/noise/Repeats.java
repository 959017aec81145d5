package org.hillock.lab.axis.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Classifier;

/**
 * What a network does when it is shown the same images again and again; random sources draw anew in
 * each trial.
 *
 * @param answers by image and trial
 * @param activityDiffers whether any neuron's value or count of spikes was not the same in all
 *     trials, by image
 * @param fano Fano factors of the counts of spikes (variance over trials, over mean; Fano 1947, doi
 *     10.1103/PhysRev.72.26), one for each neuron and image for which it fired at all
 */
public record Repeats(int[][] answers, boolean[] activityDiffers, double[] fano) {

  /**
   * Shows them.
   *
   * @param watched populations whose activity is held side by side
   * @param trials of each image, at least 2
   */
  public static Repeats of(
      Classifier classifier, float[][] images, List<Population> watched, int trials) {
    List<String> names = watched.stream().map(Population::name).toList();
    List<Activities> seen = new ArrayList<>();
    int[][] answers = new int[images.length][trials];
    for (int trial = 0; trial < trials; trial++) {
      Classifier.Witnessed witnessed =
          classifier.witnessed(images, names, (long) trial * images.length);
      seen.add(witnessed.activities());
      for (int i = 0; i < images.length; i++) {
        answers[i][trial] = witnessed.answers()[i];
      }
    }
    boolean[] differs = new boolean[images.length];
    List<Double> fano = new ArrayList<>();
    double windowMs = classifier.responder().timing().windowMs();
    for (int i = 0; i < images.length; i++) {
      for (Population p : watched) {
        double[][] byTrial = new double[trials][];
        for (int t = 0; t < trials; t++) {
          byTrial[t] = seen.get(t).of(p.name())[i];
          differs[i] |= !Arrays.equals(byTrial[t], byTrial[0]);
        }
        if (p.model().family() == NeuronModel.Family.SPIKING) {
          add(byTrial, windowMs, fano);
        }
      }
    }
    return new Repeats(answers, differs, fano.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void add(double[][] ratesByTrial, double windowMs, List<Double> fano) {
    int trials = ratesByTrial.length;
    for (int n = 0; n < ratesByTrial[0].length; n++) {
      double[] counts = new double[trials];
      for (int t = 0; t < trials; t++) {
        counts[t] = Math.rint(ratesByTrial[t][n] * windowMs);
      }
      double factor = fano(counts);
      if (Double.isFinite(factor)) {
        fano.add(factor);
      }
    }
  }

  /** Variance over mean of counts; NaN where all are 0. */
  public static double fano(double[] counts) {
    double mean = Arrays.stream(counts).average().orElse(0);
    double squares = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum();
    return squares / (counts.length - 1) / mean;
  }

  /** Images that were not answered alike in all trials. */
  public long undecided() {
    return Arrays.stream(answers)
        .filter(a -> Arrays.stream(a).anyMatch(answer -> answer != a[0]))
        .count();
  }

  /** Entropy of the answers to each image, in bits. */
  public double[] entropies(int classes) {
    return Arrays.stream(answers).mapToDouble(a -> entropy(a, classes)).toArray();
  }

  /**
   * Entropy of answers in bits, with what a small number of trials hides of it added: (k − 1)/(2n)
   * nats for k different ones in n trials (Miller 1955, Note on the bias of information estimates);
   * exactly 0 where all are the same, at most log2 of the number of classes.
   */
  public static double entropy(int[] answers, int classes) {
    int[] counts = new int[classes];
    Arrays.stream(answers).forEach(a -> counts[a]++);
    double nats = 0;
    int different = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / answers.length;
        nats -= share * StrictMath.log(share);
        different++;
      }
    }
    nats += (different - 1) / (2.0 * answers.length);
    return Math.min(nats, StrictMath.log(classes)) / StrictMath.log(2);
  }
}
