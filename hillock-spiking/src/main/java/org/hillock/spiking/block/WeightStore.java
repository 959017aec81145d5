package org.hillock.spiking.block;

/** The weights of rows while they are written. */
final class WeightStore {

  private final WeightPlan plan;
  private final boolean single;
  private final int[] ints;
  private final double[] doubles;

  WeightStore(WeightPlan plan, boolean single, int count) {
    this.plan = plan;
    this.single = single;
    boolean whole = plan.kind() == WeightPlan.Kind.SHORTS || plan.kind() == WeightPlan.Kind.INTS;
    ints = new int[whole ? count : 0];
    doubles = new double[plan.kind() == WeightPlan.Kind.DOUBLES ? count : 0];
  }

  /**
   * Puts weights from {@code at} on.
   *
   * @param words that 16-bit weights are part of
   * @param weights wider ones: quanta, or the bits of a double
   */
  void write(int at, long[] words, long[] weights, int count) {
    switch (plan.kind()) {
      case ONE -> {
        // it is in the plan
      }
      case SHORTS -> {
        for (int k = 0; k < count; k++) {
          ints[at + k] = SynapseWord.weight(words[k]) * plan.unit();
        }
      }
      case INTS -> {
        for (int k = 0; k < count; k++) {
          ints[at + k] = (int) weights[k];
        }
      }
      case DOUBLES -> {
        for (int k = 0; k < count; k++) {
          doubles[at + k] = Double.longBitsToDouble(weights[k]);
        }
      }
    }
  }

  /** The weights as they will be used. */
  Weights weights() {
    return switch (plan.kind()) {
      case ONE ->
          single
              ? new Weights.OneInt((int) plan.constant())
              : new Weights.OneDouble(plan.constant());
      case SHORTS, INTS -> new Weights.Ints(ints);
      case DOUBLES -> new Weights.Doubles(doubles);
    };
  }
}
