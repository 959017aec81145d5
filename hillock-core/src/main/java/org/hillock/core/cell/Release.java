package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * How an axon terminal releases vesicles of transmitter.
 *
 * <p>It has sites; at each a vesicle stands ready or not. An action potential releases those that
 * stand ready with a probability, and an empty site is filled again after an exponential time. On
 * average that is the depression of Tsodyks and Markram 1997 (doi 10.1073/pnas.94.2.719) without
 * the few ms in which transmitter is inactivated; site by site it is the binomial release of del
 * Castillo and Katz 1954 (doi 10.1113/jphysiol.1954.sp005129) with depletion.
 *
 * @param probability of release for each vesicle that is ready
 * @param sites how many vesicles can be ready, 1 to {@link #MOST_SITES}
 * @param tauRecoveryMs mean time until an empty site is filled, in ms, at least 0; 0: at once, no
 *     depression
 * @param stochastic whether vesicles are drawn one by one; otherwise the mean is released, a number
 *     with a fraction
 */
public record Release(
    ReleaseProbability probability, int sites, double tauRecoveryMs, boolean stochastic) {

  public static final int MOST_SITES = 100_000;

  public Release {
    if (sites < 1 || sites > MOST_SITES) {
      throw new UsageException("release.sites", sites + " is not in 1.." + MOST_SITES);
    }
    if (!(tauRecoveryMs >= 0 && tauRecoveryMs < Double.POSITIVE_INFINITY)) {
      String told =
          Double.isFinite(tauRecoveryMs)
              ? Quantity.text(tauRecoveryMs)
              : Double.toString(tauRecoveryMs);
      throw new UsageException("release.tau_recovery", told + " ms is not >= 0 ms");
    }
  }

  /**
   * A depressing synapse between pyramidal cells of layer 5, U 0.5 and 800 ms to recover, on
   * average (Tsodyks and Markram 1997).
   *
   * @param sites 1 to {@link #MOST_SITES}
   */
  public static Release depressing(int sites) {
    return new Release(new ReleaseProbability.Facilitation(0.5, 0), sites, 800, false);
  }

  /** The same with vesicles drawn one by one. */
  public Release drawn() {
    return new Release(probability, sites, tauRecoveryMs, true);
  }
}
