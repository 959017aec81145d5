package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Population;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.decide.Showing;

/** What a graph that is run as it stands keeps of an image when nothing is shown any more. */
final class GraphAfter {

  private static final int IMAGES = 20;
  private static final int WATCHED = 5;
  private static final double LEFT = 0.01;

  private GraphAfter() {}

  static Measurement measure(Subject subject) {
    if (!subject.decides()) {
      return new Measurement.NotDefined(GraphChain.NOTHING_SHOWN);
    }
    List<String> units = subject.summing().stream().map(Population::name).toList();
    float[][] images = subject.images(IMAGES).images();
    double[] lasts = new double[images.length];
    int different = 0;
    try (Responder responder = subject.responder()) {
      Session session = responder.session();
      String door = responder.ports().image().name();
      for (int i = 0; i < images.length; i++) {
        double[][] never = course(session, door, new float[images[i].length], units, i);
        double[][] shown = course(session, door, images[i], units, i);
        double before = distance(shown[0], never[0]);
        for (int k = 1; k <= WATCHED; k++) {
          double left = distance(shown[k], never[k]);
          lasts[i] = before > 0 && left > LEFT * before ? k : lasts[i];
          different += k == WATCHED && left > 0 ? 1 : 0;
        }
      }
    }
    Quantiles q = new Quantiles(lasts);
    return Measurement.Measured.of(
            q.median(),
            // what ends at once lasts no time, in whatever it is counted
            q.at(1) == 0 ? "ms" : "passes",
            "An image is shown, then nothing; passes until the elements of all values that stand for"
                + " neurons are, to a hundredth of what the image made of them, those of the same"
                + " trial in which nothing was shown, median over "
                + images.length
                + " test images. "
                + WATCHED
                + " means that they did not get there while they were watched. That a pass keeps"
                + " nothing is measured, not taken for granted.")
        .within(Confidence.ofMedian(lasts, images.length + " images"))
        .spread(q.at(0.05), q.at(0.95), "5–95 % of images")
        .detail("share_still_different_at_end", (double) different / images.length);
  }

  /** All units after each pass: one with the image, the others without. */
  private static double[][] course(
      Session session, String door, float[] image, List<String> units, long trial) {
    session.reset(trial);
    double[][] course = new double[WATCHED + 1][];
    for (int k = 0; k <= WATCHED; k++) {
      if (k == 0) {
        Showing.run(session, new float[][] {image});
      } else {
        session.present(new Stimulus.Nothing(door));
        session.advance();
      }
      course[k] =
          units.stream()
              .flatMapToDouble(
                  u -> Arrays.stream(session.read(session.bind(SiteRef.of(u, "value")))[0]))
              .toArray();
    }
    return course;
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(squares);
  }
}
