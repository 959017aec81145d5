package org.hillock.app.verbs;

import java.util.List;
import org.hillock.app.simulation.RateLimit;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.activity.RunawayGuard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * When a network that excites itself is stopped: an option that {@code run} and {@code bench}
 * share.
 */
final class RateLimitOption {

  @Option(
      names = RateLimit.OPTION,
      paramLabel = "RATE",
      description =
          "mean rate at which a population that excites itself is stopped, such as 400Hz, or 'none';"
              + " standard: "
              + RunawayGuard.STANDARD_LIMIT_HZ
              + " Hz")
  private @Nullable String given;

  boolean isGiven() {
    return given != null;
  }

  /**
   * The limit that is given, or the standard one.
   *
   * @throws UsageException where it cannot be read
   */
  RateLimit limit() {
    return given == null ? RateLimit.STANDARD : RateLimit.parse(given);
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    return given == null ? List.of() : List.of(RateLimit.OPTION, given);
  }
}
