package org.hillock.lab.readout;

import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Presentation;
import org.hillock.core.training.Progress;
import org.hillock.core.training.TrainingOptions;

/**
 * What a readout could do without a network in between: the delta rule on the frames of the stream
 * themselves. A control.
 */
public final class RawStream {

  /** What of the stream is read. */
  public enum Read {
    /** The last frame, all that is left where nothing remembers. */
    LAST_FRAME,
    /** The sum of all frames, all that is left where only adding up remembers. */
    SUM_OF_FRAMES
  }

  /** Of few sources some leave much: with the rule's own rate the steps would grow. */
  private static final double RATE = 0.05;

  private RawStream() {}

  /**
   * Share of right answers on the test images, 0..1.
   *
   * @param options of the delta rule, its rate aside
   */
  public static double accuracy(
      Presentation presentation, Read read, Split split, TrainingOptions options) {
    DeltaRule rule = new DeltaRule();
    StreamTraces learnt = frames(presentation, read, split.train());
    double[] means = learnt.means();
    double size = Math.sqrt(learnt.power(means) / means.length);
    double[][] weights = new double[split.train().classes()][means.length];
    Learner learner =
        new Learner(learnt.times(1 / size), RATE, weights, new double[weights.length]);
    new Passes((int) options.get(rule, "epochs"), 1, options.seed())
        .run(
            learner,
            split.train().labels(),
            rule.teacher(options, weights.length),
            sums -> {},
            Progress.NONE);
    int right = 0;
    float[][] asked = frames(presentation, read, split.test()).times(1 / size).rows();
    for (int i = 0; i < asked.length; i++) {
      right += largest(learner.sums(asked[i])) == split.test().labels()[i] ? 1 : 0;
    }
    return (double) right / asked.length;
  }

  private static StreamTraces frames(Presentation presentation, Read read, Dataset data) {
    float[][] rows = new float[data.size()][presentation.frameSize()];
    for (int i = 0; i < rows.length; i++) {
      var frames = presentation.of(data.images()[i]);
      int first = read == Read.LAST_FRAME ? frames.size() - 1 : 0;
      for (float[] frame : frames.subList(first, frames.size())) {
        for (int k = 0; k < frame.length; k++) {
          rows[i][k] += frame[k];
        }
      }
    }
    return new StreamTraces(rows);
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int n = 1; n < values.length; n++) {
      best = values[n] > values[best] ? n : best;
    }
    return best;
  }
}
