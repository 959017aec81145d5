package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hillock.lab.decide.AnswerShares;
import org.hillock.lab.decide.Strongest;

/** Does what was shown before bend the answer to what is shown now? */
final class ContextAxis implements Axis {

  private static final int PAIRS = 24;

  /** Trials of the noise floor are others than those of the pairs. */
  private static final long OTHERS = 1_000_000;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "context",
        "What was seen before",
        "Shown after another image instead of after nothing, does the same image get another"
            + " answer?",
        "shift of the answers by the image before, in bits",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DECISION);
  }

  @Override
  public Measurement measure(Subject subject) {
    float[][] images = subject.images(PAIRS).images();
    int n = images.length;
    float[] blank = new float[images[0].length];
    double[] shift = new double[n];
    double[] noise = new double[n];
    double[] gap = new double[n];
    int changed = 0;
    int byChance = 0;
    try (AnswerShares shares =
        new AnswerShares(subject.respondent(), subject.timing(), subject.seed())) {
      for (int i = 0; i < n; i++) {
        float[] before = images[(i + 1) % n];
        float[] now = images[i];
        double[] alone = shares.last(List.of(blank, now), List.of(), i);
        double[] after = shares.last(List.of(before, now), List.of(), i);
        double[] again = shares.last(List.of(blank, now), List.of(), OTHERS + i);
        double[] later = shares.last(List.of(before, blank, now), List.of(), i);
        double[] laterAlone = shares.last(List.of(blank, blank, now), List.of(), i);
        shift[i] = AnswerShares.bits(alone, after);
        noise[i] = AnswerShares.bits(alone, again);
        gap[i] = AnswerShares.bits(laterAlone, later);
        changed += Strongest.of(alone) == Strongest.of(after) ? 0 : 1;
        byChance += Strongest.of(alone) == Strongest.of(again) ? 0 : 1;
      }
    }
    Measurement.Interval over = Confidence.ofMean(shift, n + " pairs of images").notBelow(0);
    return Measurement.Measured.of(
            mean(shift),
            "bit",
            "Each of "
                + n
                + " test images is shown straight after another one and, in the same trial, after a"
                + " blank one, without a reset between; Jensen–Shannon distance of the two"
                + " distributions over answers. All random sources draw the same in both, so a"
                + " network without memory gives 0 whatever its noise. The noise floor is the"
                + " distance of two trials after the blank; the gap is one more blank image"
                + " between.")
        .within(over.low(), over.high(), over.meaning())
        .detail("answers_changed_share", (double) changed / n)
        .detail("noise_floor_bits", mean(noise))
        .detail("answers_changed_by_noise_share", (double) byChance / n)
        .detail("after_a_gap_bits", mean(gap));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
