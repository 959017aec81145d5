package org.hillock.spiking.plasticity;

import org.hillock.core.problem.FailureException;

/** Looks for numbers that are none. */
final class Numbers {

  private static final int EXPONENT = 0x7f800000;
  private static final int LEAST_EXPONENT = 0x00800000;

  private Numbers() {}

  /** The first of some numbers that is infinite or none; -1 where all are numbers. */
  static int firstBad(float[] numbers, int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      // an exponent of ones carries over into the sign
      found |= (Float.floatToRawIntBits(numbers[i]) & EXPONENT) + LEAST_EXPONENT;
    }
    if (found >= 0) {
      return -1;
    }
    int i = 0;
    while (Float.isFinite(numbers[i])) {
      i++;
    }
    return i;
  }

  /** A synapse keeps a number that is none. */
  static FailureException exploded(PlasticPlan plan, int kept, int source, int target, long step) {
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
  static FailureException exploded(
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
