package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Population;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Classifier;

/** Is a part of the image enough? */
final class RecallAxis implements Axis {

  private static final int IMAGES = 240;

  /** Steps of a decision from which on fewer images are asked about, or it would take minutes. */
  private static final int LONG = 320;

  private static final int FEWER = 60;

  /** Images that the activity of hidden neurons is compared for. */
  private static final int LOOKED_INTO = 30;

  private static final double[] COVERED = {0, 0.25, 0.5, 0.75};
  private static final int HALF = 2;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "recall",
        "Recall from a fragment",
        "How much of what it knows is left when half of the image is covered?",
        "accuracy left with half of the image covered, above guessing",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Measurement measure(Subject subject) {
    Dataset whole = subject.images(subject.timing().steps() > LONG ? FEWER : IMAGES);
    int count = whole.size();
    int[] right = new int[COVERED.length];
    try (Classifier classifier = subject.classifier()) {
      for (int c = 0; c < COVERED.length; c++) {
        int[] answers = classifier.answers(covered(whole, COVERED[c]).images(), 0);
        for (int i = 0; i < count; i++) {
          right[c] += answers[i] == whole.labels()[i] ? 1 : 0;
        }
      }
    }
    double chance = 1.0 / whole.classes();
    double known = (double) right[0] / count - chance;
    if (known <= 0) {
      return new Measurement.NotDefined(
          "because even the whole image is answered right no more often than by guessing");
    }
    Measurement.Interval half = Confidence.ofShare(right[HALF], count, count + " images");
    double[] accuracy = Arrays.stream(right).mapToDouble(r -> (double) r / count).toArray();
    Measurement.Measured measured =
        Measurement.Measured.of(
                left(accuracy[HALF], chance, known),
                "1",
                "Accuracy with half of the image covered, less guessing ("
                    + Math.round(100 * chance)
                    + " %), as a share of the same with the whole image; 0 where it is no better"
                    + " than guessing. Covered pixels are 0; image by image the cover comes from the"
                    + " top, the right, the bottom, the left; "
                    + count
                    + " test images.")
            .within(
                left(half.low(), chance, known), left(half.high(), chance, known), half.meaning())
            .detail("accuracy_whole", accuracy[0])
            .detail("accuracy_quarter_covered", accuracy[1])
            .detail("accuracy_half_covered", accuracy[HALF])
            .detail("accuracy_three_quarters_covered", accuracy[3])
            .curve(
                new Measurement.Series(
                        "accuracy",
                        "share of the image that is covered",
                        "accuracy (share right)",
                        COVERED,
                        accuracy)
                    .within(
                        Arrays.stream(right)
                            .mapToObj(r -> Confidence.ofShare(r, count, count + " images"))
                            .toList()));
    return overlaps(subject, whole, measured);
  }

  private static double left(double accuracy, double chance, double known) {
    return Math.clamp((accuracy - chance) / known, 0, 1);
  }

  /** Adds how far hidden neurons do under the fragment what they do under the whole image. */
  private static Measurement.Measured overlaps(
      Subject subject, Dataset whole, Measurement.Measured measured) {
    List<String> hidden = subject.hidden().stream().map(Population::name).toList();
    if (hidden.isEmpty()) {
      return measured;
    }
    int count = Math.min(subject.sample(LOOKED_INTO), whole.size());
    double[][] full;
    double[][] part;
    try (var responder = subject.responder()) {
      full = stacked(responder.activities(first(whole, count), subject.labelFor(0), hidden, 0));
      part =
          stacked(
              responder.activities(
                  first(covered(whole, COVERED[HALF]), count), subject.labelFor(0), hidden, 0));
    }
    double same = 0;
    double other = 0;
    for (int i = 0; i < count; i++) {
      same += cosine(full[i], part[i]) / count;
      other += cosine(full[i], part[(i + 1) % count]) / count;
    }
    return measured
        .detail("hidden_overlap_half_covered", same)
        .detail("hidden_overlap_with_another_image", other);
  }

  private static float[][] first(Dataset images, int count) {
    return Arrays.copyOf(images.images(), count);
  }

  private static double[][] stacked(Activities activities) {
    double[][] rows = new double[activities.images()][];
    for (int i = 0; i < rows.length; i++) {
      int image = i;
      rows[i] =
          activities.populations().stream()
              .flatMapToDouble(p -> Arrays.stream(activities.of(p)[image]))
              .toArray();
    }
    return rows;
  }

  /** Of two vectors; 0 where one is 0. */
  static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  /**
   * The images with a share of rows or columns black, from one of the four sides in turn. A single
   * row is covered from the left and the right, a single column from top and bottom.
   */
  static Dataset covered(Dataset images, double share) {
    List<Integer> extents = images.shape().extents();
    int height = extents.get(0);
    int width = extents.size() > 1 ? extents.get(1) : 1;
    int channels = images.shape().size() / (height * width);
    float[][] all = new float[images.size()][];
    for (int i = 0; i < all.length; i++) {
      int side = i % 4;
      boolean rows = width == 1 || height > 1 && side % 2 == 0;
      boolean atStart = width == 1 || height == 1 ? side < 2 : side == 0 || side == 3;
      int extent = rows ? height : width;
      int hidden = (int) Math.round(share * extent);
      float[] image = images.images()[i].clone();
      for (int k = 0; k < image.length; k++) {
        int row = k / (width * channels);
        int column = k / channels % width;
        int place = rows ? row : column;
        if (atStart ? place < hidden : place >= extent - hidden) {
          image[k] = 0;
        }
      }
      all[i] = image;
    }
    return new Dataset(
        images.name(),
        images.shape(),
        all,
        images.labels(),
        images.classes(),
        images.attribution());
  }
}
