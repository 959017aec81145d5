package org.hillock.spiking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.terms.GradedLane;
import org.hillock.spiking.terms.Lane;

/**
 * Changes of rate on their way. The target keeps the value that last arrived along each bundle; a
 * subtotal Σ w·a whose values changed is computed anew, so that it is exact whatever came before.
 */
final class GradedDelivery extends Delivery {

  /** Keeps a silent population from a division by 0 (Hinton 2022, arXiv:2212.13345). */
  private static final double RMS_FLOOR = 1e-8;

  private final GradedState from;
  private final PopulationState to;
  private final double[] arrivedAtLeast0;
  private final double[] arrivedBelow0;

  /** What a value of 1 is worth in a step: that many events, or itself where numbers are taken. */
  private final double worth;

  private final IncomingRows incoming;
  private final double[] sent;
  private final double[] arrivedValue;
  private final double[] subtotal;

  /** The part of the sum whose weights are below 0, where the target keeps it apart. */
  private final double[] subtotalBelow0;

  private final boolean[] dirty;
  private final boolean splitsBySign;
  private boolean drives;
  private final List<GradedLane> lanes = new ArrayList<>();

  /** By bundle: which lanes it leads to, and as which of their synapses; two numbers for each. */
  private final Map<Integer, List<int[]>> kept = new HashMap<>();

  GradedDelivery(LoweredProjection lowered, GradedState from, PopulationState to, double stepMs) {
    super(lowered);
    this.from = from;
    this.to = to;
    worth = to.isInput(lowered.receptor().port()) ? 1 : stepMs;
    incoming = lowered.incoming().orElseThrow();
    sent = new double[from.lowered.size()];
    arrivedValue = new double[lowered.rows().bundles()];
    subtotal = new double[to.lowered.size()];
    dirty = new boolean[to.lowered.size()];
    arrivedAtLeast0 = to.arrived(lowered.receptor().port());
    arrivedBelow0 = to.arrived(lowered.receptor().portBelow0());
    splitsBySign = arrivedAtLeast0 != arrivedBelow0;
    subtotalBelow0 = new double[splitsBySign ? to.lowered.size() : 0];
    if (to instanceof RateState rate) {
      rate.receive(this);
    }
  }

  /** What the projection now adds to the sum of target neuron {@code i}. */
  double subtotal(int i) {
    return lesioned() ? 0 : subtotal[i];
  }

  @Override
  void reset(long trialSeed) {
    super.reset(trialSeed);
    Arrays.fill(sent, 0);
    Arrays.fill(arrivedValue, 0);
    Arrays.fill(subtotal, 0);
    Arrays.fill(subtotalBelow0, 0);
    drives = false;
  }

  @Override
  Lane keep(int target, long begin) {
    int first = incoming.start()[target];
    int count = incoming.start()[target + 1] - first;
    int[] pre = new int[count];
    int[] sourceOf = lowered.rows().sourceOf();
    double[] weight = new double[count];
    double[] heard = new double[count];
    for (int s = 0; s < count; s++) {
      int bundle = incoming.bundle()[first + s];
      pre[s] = sourceOf[bundle];
      weight[s] = incoming.weight()[first + s];
      heard[s] = arrivedValue[bundle];
      kept.computeIfAbsent(bundle, _ -> new ArrayList<>()).add(new int[] {lanes.size(), s});
    }
    double each = to instanceof RateState ? 1 : worth;
    GradedLane lane = new GradedLane(ends(from, to), pre, weight, heard, each);
    lanes.add(lane);
    return lane;
  }

  @Override
  void forget() {
    lanes.clear();
    kept.clear();
  }

  @Override
  void send(long t) {
    double scale = lowered.normalised() ? rootMeanSquare() + RMS_FLOOR : 1;
    for (int i = 0; i < sent.length; i++) {
      double now = from.seen(i) / scale;
      if (now != sent[i]) {
        sent[i] = now;
        dispatch(i, t, now);
      }
    }
  }

  private double rootMeanSquare() {
    double squares = 0;
    for (int i = 0; i < sent.length; i++) {
      squares += from.seen(i) * from.seen(i);
    }
    return Math.sqrt(squares / sent.length);
  }

  @Override
  long deliver(long n) {
    ArrivalRing.Arrivals arrivals = ring.at(n);
    long events = arrivals.size() == 0 ? 0 : takeIn(arrivals);
    note(arrivals, n);
    arrivals.clear();
    if (!(to instanceof RateState) && drives && !lesioned()) {
      drive();
    }
    return lesioned() ? 0 : events;
  }

  private void note(ArrivalRing.Arrivals arrivals, long n) {
    if (lanes.isEmpty()) {
      return;
    }
    for (int i = 0; i < arrivals.size(); i++) {
      for (int[] at : kept.getOrDefault(arrivals.bundle(i), List.of())) {
        lanes.get(at[0]).hears(n, at[1], arrivals.amount(i));
      }
    }
    boolean adds = !lesioned() && (drives || to instanceof RateState);
    lanes.forEach(lane -> lane.adds(n, adds));
  }

  private long takeIn(ArrivalRing.Arrivals arrivals) {
    SynapseRows rows = lowered.rows();
    int[] post = rows.post();
    long events = 0;
    for (int i = 0; i < arrivals.size(); i++) {
      int bundle = arrivals.bundle(i);
      arrivedValue[bundle] = arrivals.amount(i);
      int end = rows.synapseStart()[bundle + 1];
      for (int k = rows.synapseStart()[bundle]; k < end; k++) {
        dirty[post[k]] = true;
      }
      events += end - rows.synapseStart()[bundle];
    }
    for (int target = 0; target < dirty.length; target++) {
      if (dirty[target]) {
        dirty[target] = false;
        computeSubtotal(target);
      }
    }
    drives = true;
    return events;
  }

  private void computeSubtotal(int target) {
    if (splitsBySign) {
      subtotal[target] = incoming.sumOfSign(target, arrivedValue, false);
      subtotalBelow0[target] = incoming.sumOfSign(target, arrivedValue, true);
    } else {
      subtotal[target] = incoming.sum(target, arrivedValue);
    }
    if (to instanceof RateState rate) {
      rate.touch(target);
    }
  }

  /** A value a acts as a·dt events in every step. */
  private void drive() {
    for (int i = 0; i < subtotal.length; i++) {
      arrivedAtLeast0[i] += subtotal[i] * worth;
    }
    for (int i = 0; i < subtotalBelow0.length; i++) {
      arrivedBelow0[i] += subtotalBelow0[i] * worth;
    }
  }
}
