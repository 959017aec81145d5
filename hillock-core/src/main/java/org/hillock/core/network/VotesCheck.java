package org.hillock.core.network;

import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** Checks a {@link Decision.Votes}. */
final class VotesCheck {

  private static final String PATH = "decision.votes";

  /** What a quotient of two decimal times may be off. */
  private static final double ROUNDING = 1e-9;

  private VotesCheck() {}

  /**
   * Checks that the population spikes, that its labels are classes, and that times fit each other.
   *
   * @throws UsageException with the path of what does not
   */
  static void check(Map<String, Population> populations, Decision.Votes votes) {
    Population of =
        NetworkChecks.family(
            PATH + ".of", populations, votes.population(), NeuronModel.Family.SPIKING);
    if (votes.classes() < 2) {
      throw new UsageException(PATH + ".classes", votes.classes() + " is not >= 2");
    }
    double window = positive("window", votes.window());
    double step = positive("step", votes.step());
    double steps = window / step;
    if (Math.rint(steps) < 1 || Math.abs(steps - Math.rint(steps)) > ROUNDING * steps) {
      throw new UsageException(
          PATH + ".window", votes.window() + " is not a whole number of steps of " + votes.step());
    }
    if (!votes.labels().isEmpty() && votes.labels().size() != of.size()) {
      throw new UsageException(
          PATH + ".labels",
          votes.labels().size()
              + " labels where population '"
              + of.name()
              + "' has "
              + of.size()
              + " neurons");
    }
    for (int i = 0; i < votes.labels().size(); i++) {
      int label = votes.labels().get(i);
      if (label < Decision.Votes.UNLABELLED || label >= votes.classes()) {
        throw new UsageException(
            PATH + ".labels",
            "neuron "
                + i
                + ": "
                + label
                + " is not in "
                + Decision.Votes.UNLABELLED
                + ".."
                + (votes.classes() - 1));
      }
    }
  }

  private static double positive(String key, Quantity time) {
    double ms;
    try {
      ms = time.in(Unit.MS);
    } catch (UsageException e) {
      throw new UsageException(PATH + "." + key, String.valueOf(e.getMessage()));
    }
    if (!(ms > 0)) {
      throw new UsageException(PATH + "." + key, time + " is not > 0 ms");
    }
    return ms;
  }
}
