package org.hillock.app.simulation;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.lab.activity.Runaway;
import org.hillock.lab.activity.RunawayGuard;

/**
 * The rate at which a network that excites itself is stopped.
 *
 * @param hz empty where it may do what it likes
 */
public record RateLimit(Optional<Double> hz) {

  public static final String OPTION = "--rate-limit";

  /** Where none is given. */
  public static final RateLimit STANDARD =
      new RateLimit(Optional.of((double) RunawayGuard.STANDARD_LIMIT_HZ));

  private static final String NONE = "none";

  /**
   * Reads {@code 400Hz}, or {@code none}.
   *
   * @throws UsageException where it is neither
   */
  public static RateLimit parse(String text) {
    String word = text.strip();
    if (word.equals(NONE)) {
      return new RateLimit(Optional.empty());
    }
    if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
      throw new UsageException(
          OPTION,
          "'" + word + "' is no rate such as 400Hz; " + NearestName.hint(word, List.of(NONE)));
    }
    try {
      Quantity quantity = Quantity.parse(word);
      double limit = quantity.in(Unit.HZ);
      if (!(limit > 0)) {
        throw new UsageException(quantity + " is not > 0 Hz");
      }
      return new RateLimit(Optional.of(limit));
    } catch (UsageException e) {
      throw new UsageException(OPTION, e.getMessage() + "; or give '" + NONE + "'");
    }
  }

  /** A guard for a session of this network that stands at its reset. */
  public Optional<RunawayGuard> guard(Network network) {
    return hz.map(limit -> new RunawayGuard(network, limit));
  }

  /**
   * What a user is told.
   *
   * @param kept what became of the run, such as {@code what was recorded is in DIR}
   */
  public static FailureException problem(Runaway runaway, String kept) {
    return new FailureException(
        runaway.told()
            + "; set another limit with "
            + OPTION
            + " 400Hz, or none with "
            + OPTION
            + " "
            + NONE
            + "; "
            + kept);
  }
}
