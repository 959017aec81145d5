package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Presentation;
import org.hillock.core.training.Progress;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.StreamedAnswers;

/** How many images a second can it follow when they come one after the other, without a pause? */
final class StreamAxis implements Axis {

  private static final int IMAGES = 100;

  /** How long each image lasts: 5 to 1000 a second. */
  private static final double[] LASTS_MS = {200, 100, 50, 32, 20, 16, 10, 8, 5, 4, 2, 1};

  /** What some say that eyes take. */
  private static final double SAID_MS = 5;

  private static final double KEPT = 0.9;

  /** Shades of a pixel that information is counted in. */
  private static final int SHADES = 16;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "stream",
        "A stream of images",
        "How many images a second can follow each other before answers get worse?",
        "highest rate at which 90 % of the accuracy is left",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Measurement measure(Subject subject) {
    Dataset images = subject.images(IMAGES);
    double alone;
    try (Classifier classifier = subject.classifier()) {
      alone = classifier.accuracy(images, Progress.NONE);
      if (alone <= 1.0 / images.classes()) {
        return new Measurement.NotDefined(
            "because even with time for each image it is right no more often than by guessing");
      }
      if (classifier.responder().timed().isEmpty()) {
        return inPasses(subject, classifier, images, alone);
      }
      if (classifier.responder().ports().decision() instanceof Decision.LargestGoodness) {
        return new Measurement.NotDefined(
            "because it takes a run of its own for each label that it compares, and so cannot"
                + " answer while images go on");
      }
      return inTime(subject, classifier, images, alone);
    }
  }

  private static Measurement inPasses(
      Subject subject, Classifier classifier, Dataset images, double alone) {
    int[] answers =
        classifier.responder().ports().decision() instanceof Decision.LargestGoodness
            ? classifier.answers(images.images(), 0)
            : StreamedAnswers.inPasses(classifier.responder(), images.images());
    int right = right(answers, images);
    double accuracy = (double) right / images.size();
    double most = 1000 / LASTS_MS[LASTS_MS.length - 1];
    boolean keeps = accuracy >= KEPT * alone;
    Measurement.Interval share =
        Confidence.ofShare(right, images.size(), images.size() + " images");
    long synapses =
        subject.network().projections().values().stream()
            .mapToLong(p -> SynapseCount.synapses(subject.network(), p))
            .sum();
    long passes =
        subject.network().presentation().map(StreamAxis::passes).orElse(1)
            * (classifier.responder().ports().decision() instanceof Decision.LargestGoodness
                ? (long) images.classes()
                : 1);
    double[] rates = rates();
    double[] flat = new double[rates.length];
    Arrays.fill(flat, accuracy);
    double value = keeps ? most : 0;
    return Measurement.Measured.of(
            value,
            "images/s",
            "Images come one after the other, "
                + images.size()
                + " of them, without a reset. It works in passes and has no clock: a pass for each"
                + " frame, however fast they come, so the rate changes the cost alone. The value is"
                + (keeps
                    ? " the highest rate that others are asked at."
                    : " 0: what is left of one image spoils the answer to the next."))
        .within(
            share.low() >= KEPT * alone ? most : 0,
            share.high() >= KEPT * alone ? most : 0,
            share.meaning())
        .detail("accuracy_alone", alone)
        .detail("accuracy_streamed", accuracy)
        .detail("multiply_adds_per_image", (double) synapses * passes)
        .detail("multiply_adds_per_s_at_200_images", synapses * passes * 1000 / SAID_MS)
        .detail("bits_per_image", bits(images))
        .detail("bits_per_s_at_value", bits(images) * value)
        .curve(
            series("accuracy", "accuracy (share right)", rates, flat)
                .within(java.util.Collections.nCopies(rates.length, share)))
        .curve(
            series(
                "cost",
                "multiply-adds per s",
                rates,
                Arrays.stream(rates).map(r -> r * synapses * passes).toArray()));
  }

  private static int passes(Presentation shown) {
    return shown.frames() * shown.frameSteps() + shown.afterSteps();
  }

  private static Measurement inTime(
      Subject subject, Classifier classifier, Dataset images, double alone) {
    int least = subject.network().presentation().map(Presentation::frames).orElse(1);
    double[] lasts =
        Arrays.stream(LASTS_MS)
            .filter(ms -> ms >= least * subject.timing().stepMs() - 1e-9)
            .toArray();
    double[] accuracy = new double[lasts.length];
    double[] cost = new double[lasts.length];
    double value = 0;
    double low = 0;
    double high = 0;
    int best = -1;
    List<Measurement.Interval> around = new ArrayList<>();
    for (int k = 0; k < lasts.length; k++) {
      StreamedAnswers.Run run =
          StreamedAnswers.inTime(classifier.responder(), images.images(), lasts[k], 1);
      int right = right(run.answers(), images);
      accuracy[k] = (double) right / images.size();
      cost[k] = run.events() * 1000.0 / (lasts[k] * images.size());
      Measurement.Interval share =
          Confidence.ofShare(right, images.size(), images.size() + " images");
      around.add(share);
      double rate = 1000 / lasts[k];
      if (accuracy[k] >= KEPT * alone) {
        value = rate;
        best = k;
      }
      low = share.low() >= KEPT * alone ? rate : low;
      high = share.high() >= KEPT * alone ? rate : high;
    }
    double[] rates = Arrays.stream(lasts).map(ms -> 1000 / ms).toArray();
    Measurement.Measured measured =
        Measurement.Measured.of(
                value,
                "images/s",
                "Images come one after the other, "
                    + images.size()
                    + " of them, without a reset, each for an equal time; the answer to each is read"
                    + " from what its neurons did in that time. The value is the highest rate asked"
                    + " at which accuracy is at least 90 % of that with a reset and "
                    + subject.timing().windowMs()
                    + " ms for each image; 0 where it is so at none.")
            .within(Math.min(low, value), Math.max(high, value), "95 % over images")
            .detail("accuracy_alone", alone)
            .detail("bits_per_image", bits(images))
            .detail("bits_per_s_at_value", bits(images) * value);
    if (best >= 0) {
      measured = measured.detail("synaptic_events_per_s_at_value", cost[best]);
    }
    for (int k = 0; k < lasts.length; k++) {
      if (lasts[k] == SAID_MS) {
        measured = measured.detail("accuracy_at_200_images_per_s", accuracy[k]);
      }
    }
    if (subject.network().presentation().isEmpty()) {
      measured = copies(classifier, images, measured);
    }
    return measured
        .curve(series("accuracy", "accuracy (share right)", rates, accuracy).within(around))
        .curve(series("cost", "synaptic events per s", rates, cost));
  }

  /** The slowest stream as it is, and as a fast one in which each image stands many times. */
  private static Measurement.Measured copies(
      Classifier classifier, Dataset images, Measurement.Measured measured) {
    Dataset some = images.first(Math.max(1, images.size() / 4));
    double slow = LASTS_MS[1];
    int copies = (int) Math.round(slow / SAID_MS);
    StreamedAnswers.Run once =
        StreamedAnswers.inTime(classifier.responder(), some.images(), slow, 1);
    StreamedAnswers.Run often =
        StreamedAnswers.inTime(classifier.responder(), some.images(), slow, copies);
    return measured
        .detail(
            "accuracy_10_images_per_s_as_200_frames",
            (double) right(often.answers(), some) / some.size())
        .detail("accuracy_10_images_per_s", (double) right(once.answers(), some) / some.size())
        .detail("cost_of_copies", once.events() == 0 ? 1 : (double) often.events() / once.events());
  }

  private static int right(int[] answers, Dataset images) {
    int right = 0;
    for (int i = 0; i < answers.length; i++) {
      right += answers[i] == images.labels()[i] ? 1 : 0;
    }
    return right;
  }

  private static double[] rates() {
    return Arrays.stream(LASTS_MS).map(ms -> 1000 / ms).toArray();
  }

  private static Measurement.Series series(String name, String y, double[] rates, double[] values) {
    return new Measurement.Series(name, "images per s", y, rates, values);
  }

  /**
   * Bits of an image, were its pixels told one by one: the entropy of each pixel over the images,
   * in 16 shades, summed. An upper bound, for what pixels have in common is counted again.
   */
  static double bits(Dataset images) {
    double bits = 0;
    for (int p = 0; p < images.shape().size(); p++) {
      int[] counts = new int[SHADES];
      for (float[] image : images.images()) {
        counts[Math.clamp((int) (image[p] * SHADES), 0, SHADES - 1)]++;
      }
      for (int count : counts) {
        if (count > 0) {
          double share = (double) count / images.size();
          bits -= share * StrictMath.log(share) / StrictMath.log(2);
        }
      }
    }
    return bits;
  }
}
