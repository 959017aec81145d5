package org.hillock.spiking.plasticity;

import org.hillock.core.problem.FailureException;

/** What is told where something grew without end. */
public final class Exploded {

  private Exploded() {}

  /** A synapse keeps a number that is none. */
  public static FailureException synapse(
      PlasticPlan plan, int kept, int source, int target, long step) {
    String what = kept == 0 ? "weight" : "'" + plan.rule().within().get(kept - 1) + "'";
    return new FailureException(
        "projection '"
            + plan.projection()
            + "' exploded in step "
            + step
            + ": the "
            + what
            + " of the synapse from neuron "
            + source
            + " to neuron "
            + target
            + " is no number any more; its rule's parameters let it grow without end");
  }

  /** A trace is a number that is none. */
  public static FailureException trace(
      PlasticPlan plan, boolean pre, int state, int neuron, long step) {
    var names = pre ? plan.rule().before() : plan.rule().behind();
    return new FailureException(
        "projection '"
            + plan.projection()
            + "' exploded by step "
            + step
            + ": the trace '"
            + names.get(state)
            + "' of "
            + (pre ? "source" : "target")
            + " neuron "
            + neuron
            + " is no number any more; its rule's parameters let it grow without end");
  }
}
