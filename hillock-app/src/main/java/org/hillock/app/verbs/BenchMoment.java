package org.hillock.app.verbs;

import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.bench.Experiment;
import org.jspecify.annotations.Nullable;

/** The moment of a run that a verb asks about: a time, or the number of a pass. */
final class BenchMoment {

  private static final String OPTION = "--at";
  private static final String WINDOW = "--window";

  private BenchMoment() {}

  /**
   * What {@code --at} says; empty where it says nothing.
   *
   * @throws UsageException where it is no moment of such a run
   */
  static Optional<Double> of(Experiment run, @Nullable String at) {
    if (at == null) {
      return Optional.empty();
    }
    double moment;
    if (run.subject().timed()) {
      moment = TimeGiven.ms(OPTION, at);
    } else if (at.matches("[1-9]\\d{0,8}")) {
      moment = Integer.parseInt(at);
    } else {
      throw new UsageException(
          OPTION,
          "'" + at + "': network '" + run.subject().name() + "' runs in passes, counted from 1");
    }
    if (moment > run.length()) {
      String end = org.hillock.core.quantity.Quantity.text(run.length());
      throw new UsageException(
          OPTION,
          at
              + " is after the run, which "
              + (run.subject().timed()
                  ? "ends at " + end + " ms; say --for longer"
                  : "makes " + end + (run.length() == 1 ? " pass" : " passes")));
    }
    return Optional.of(moment);
  }

  /**
   * What {@code --window} says, in ms.
   *
   * @throws UsageException where it is no time, or the network has none
   */
  static double window(Experiment run, @Nullable String window, double standardMs) {
    if (window == null) {
      return standardMs;
    }
    if (!run.subject().timed()) {
      throw new UsageException(
          WINDOW,
          window + ": network '" + run.subject().name() + "' runs without time; leave it out");
    }
    return TimeGiven.ms(WINDOW, window);
  }
}
