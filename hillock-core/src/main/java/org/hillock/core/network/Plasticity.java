package org.hillock.core.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.quantity.Quantity;

/**
 * How the synapses of a projection change by what their two neurons do.
 *
 * @param rule the equations
 * @param parameters of the rule that differ from its standard ones, by name
 * @param least weight, in the unit of the projection's weights
 * @param most weight; the weight that is {@code w = 1} in the rule is the larger magnitude of the
 *     two
 * @param delay on which side of the synapse the projection's delay lies
 * @param modulators by name in the rule: the network's modulator that is meant, where it has
 *     another name; so one rule hears dopamine in one projection and another signal in the next
 */
public record Plasticity(
    SynapseText rule,
    Map<String, Quantity> parameters,
    Quantity least,
    Quantity most,
    DelaySide delay,
    Map<String, String> modulators) {

  public Plasticity {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    modulators = Collections.unmodifiableMap(new LinkedHashMap<>(modulators));
  }

  /**
   * Where a delay d is spent. With t_pre and t_post the times at which the two neurons fire, a
   * synapse sees t_post − (t_pre + d) where it is axonal, and (t_post + d) − t_pre where it is
   * dendritic. The arriving spike acts on the target at t_pre + d in either case.
   */
  public enum DelaySide {
    /**
     * The spike reaches the synapse d after it was made; the target's own spike is there at once.
     */
    AXONAL,
    /** The spike is at the synapse at once; the target's own spike takes d to come back to it. */
    DENDRITIC
  }

  /** The weight that stands for {@code w = 1}, in the unit of {@link #most}. */
  public double scale() {
    return Math.max(Math.abs(least.in(most.unit())), Math.abs(most.value()));
  }

  /** The network's modulator that the rule reads under a name. */
  public String modulator(String inRule) {
    return modulators.getOrDefault(inRule, inRule);
  }
}
