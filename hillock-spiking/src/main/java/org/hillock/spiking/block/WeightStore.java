package org.hillock.spiking.block;

/** The weights of rows while they are filled in and sorted. */
final class WeightStore {

  private final WeightPlan plan;
  private final boolean single;
  private final short[] shorts;
  private final int[] ints;
  private final double[] doubles;

  WeightStore(WeightPlan plan, boolean single, int count) {
    this.plan = plan;
    this.single = single;
    shorts = new short[plan.kind() == WeightPlan.Kind.SHORTS ? count : 0];
    ints = new int[plan.kind() == WeightPlan.Kind.INTS ? count : 0];
    doubles = new double[plan.kind() == WeightPlan.Kind.DOUBLES ? count : 0];
  }

  /** Puts a weight, in quanta. */
  void put(int k, double quanta, double quantum) {
    switch (plan.kind()) {
      case ONE -> {
        // it is in the plan
      }
      case SHORTS -> {
        double rounded = Math.rint(quanta / plan.unit());
        shorts[k] = (short) Math.clamp(rounded, -plan.greatest(), plan.greatest());
      }
      case INTS -> ints[k] = (int) Math.rint(quanta);
      case DOUBLES -> doubles[k] = Math.rint(quanta) * quantum;
    }
  }

  /**
   * Puts the synapses from {@code from} on into another order: first those of {@code order[0]}, and
   * so on.
   *
   * @param scratch room for {@code count}
   */
  void permute(int from, int[] order, int count, WeightStore scratch) {
    switch (plan.kind()) {
      case ONE -> {
        // nothing to move
      }
      case SHORTS -> {
        for (int k = 0; k < count; k++) {
          scratch.shorts[k] = shorts[from + order[k]];
        }
        System.arraycopy(scratch.shorts, 0, shorts, from, count);
      }
      case INTS -> {
        for (int k = 0; k < count; k++) {
          scratch.ints[k] = ints[from + order[k]];
        }
        System.arraycopy(scratch.ints, 0, ints, from, count);
      }
      case DOUBLES -> {
        for (int k = 0; k < count; k++) {
          scratch.doubles[k] = doubles[from + order[k]];
        }
        System.arraycopy(scratch.doubles, 0, doubles, from, count);
      }
    }
  }

  /** A 16-bit weight. */
  int stored(int k) {
    return shorts[k];
  }

  /** The weights as they will be used. */
  Weights weights() {
    return switch (plan.kind()) {
      case ONE ->
          single
              ? new Weights.OneInt((int) plan.constant())
              : new Weights.OneDouble(plan.constant());
      case SHORTS -> new Weights.Shorts(shorts, plan.unit());
      case INTS -> new Weights.Ints(ints);
      case DOUBLES -> new Weights.Doubles(doubles);
    };
  }
}
