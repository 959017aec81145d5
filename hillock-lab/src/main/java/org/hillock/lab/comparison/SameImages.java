package org.hillock.lab.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Population;
import org.hillock.core.training.Progress;
import org.hillock.lab.axis.Subject;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.learning.Schooling;
import org.hillock.lab.representation.Representations;
import org.hillock.lab.representation.Representations.Place;

/** Shows the same images to all networks that decide, and lays their populations side by side. */
final class SameImages {

  /** More rows could not be read in a figure. */
  private static final int MOST_POPULATIONS = 24;

  private static final String IMAGE = "image";

  /** It is only looked at. */
  private static final Schooling NOT_TAUGHT_HERE =
      new Schooling.Untaught("because nothing is known of how it learnt");

  private SameImages() {}

  /** Empty where there are too few images of some label, or no network decides. */
  static Optional<Representations> of(
      Dataset test,
      Map<String, Respondent> deciding,
      ComparisonRequest request,
      Progress progress) {
    int each = request.quick() ? Representations.LEAST_EACH : Representations.EACH;
    if (deciding.isEmpty()) {
      return Optional.empty();
    }
    return Representations.shown(test, each)
        .map(which -> shown(test.subset(which), deciding, request, progress));
  }

  private static Representations shown(
      Dataset shown,
      Map<String, Respondent> deciding,
      ComparisonRequest request,
      Progress progress) {
    Map<Place, double[][]> activities = new LinkedHashMap<>();
    activities.put(
        new Place("", IMAGE),
        Stream.of(shown.images()).map(SameImages::wide).toArray(double[][]::new));
    int most = Math.max(1, (MOST_POPULATIONS - 1) / deciding.size());
    int done = 0;
    for (Map.Entry<String, Respondent> one : deciding.entrySet()) {
      progress.report((double) done++ / deciding.size(), "same images: " + one.getKey());
      StoppedException.check(progress);
      Subject subject =
          Subject.of(one.getValue(), shown, request.seed(), request.quick(), NOT_TAUGHT_HERE);
      List<String> populations =
          evenly(subject.summing().stream().map(Population::name).toList(), most);
      try (Responder responder = subject.responder()) {
        // no label is shown: it would tell what the image is
        Activities seen = responder.activities(shown.images(), Optional.empty(), populations, 0);
        populations.forEach(p -> activities.put(new Place(one.getKey(), p), seen.of(p)));
      }
    }
    List<String> conditions = new ArrayList<>();
    for (int c = 0; c < shown.classes(); c++) {
      conditions.add(Integer.toString(c));
    }
    return Representations.of(conditions, shown.labels(), activities, request.recorded());
  }

  private static double[] wide(float[] row) {
    double[] wide = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }

  /** So many of them, from the first to the last. */
  private static List<String> evenly(List<String> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<String> some = new ArrayList<>();
    for (int k = 0; k < most; k++) {
      some.add(all.get(most == 1 ? all.size() - 1 : k * (all.size() - 1) / (most - 1)));
    }
    return some;
  }
}
