package org.hillock.lab.plasticity;

import java.util.Map;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.quantity.Quantity;

/**
 * Pairs of a spike that arrives and one of the target, again and again, as in experiments: what
 * they do to a weight that is kept where it is meanwhile.
 *
 * @param pairs how many
 * @param rateHz of pairs
 * @param lagMs from the spike that arrives to that of the target; below 0 the target is first. At 0
 *     the spike that arrives comes after the target's
 */
public record PairProtocol(int pairs, double rateHz, double lagMs) {

  /** How long a trace at the synapse is given to become a change of the weight, ms. */
  private static final double AFTERWARDS_MS = 6000;

  /** One pair alone. */
  public static PairProtocol single(double lagMs) {
    return new PairProtocol(1, 1, lagMs);
  }

  /**
   * Change of the weight, a share of the largest.
   *
   * <p>Third factors are at 1 all the time. What is done at regular times is done only where the
   * rule keeps a state of each synapse that this turns into a change: not sums over synapses, and
   * not what goes on without pairs.
   *
   * @param weight at which it is kept
   */
  public double change(SynapseText rule, Map<String, Quantity> parameters, double weight) {
    OneSynapse synapse = new OneSynapse(rule, parameters, -9, 9, weight).holdingWeight();
    rule.modulators().forEach(m -> synapse.modulator(m.name(), 1));
    boolean later =
        !rule.within().isEmpty() && rule.every().stream().allMatch(e -> e.totals().isEmpty());
    if (!later) {
      synapse.withoutPasses();
    }
    double period = 1000 / rateHz;
    double first = Math.max(0, -lagMs);
    int before = 0;
    int behind = 0;
    double endMs = 0;
    while (before < pairs || behind < pairs) {
      double arrival = before < pairs ? first + before * period : Double.POSITIVE_INFINITY;
      double firing = behind < pairs ? first + lagMs + behind * period : Double.POSITIVE_INFINITY;
      endMs = Math.min(arrival, firing);
      if (firing <= arrival) {
        synapse.fire(firing);
        behind++;
      } else {
        synapse.arrive(arrival);
        before++;
      }
    }
    if (later) {
      synapse.advance(endMs + AFTERWARDS_MS);
    }
    return synapse.drift();
  }
}
