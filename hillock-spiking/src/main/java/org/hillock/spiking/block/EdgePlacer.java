package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.function.Consumer;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.EdgeBatch;
import org.hillock.core.wiring.SynapseValues;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.TimeGrid;
import org.jspecify.annotations.Nullable;

/** Draws weights and delays of synapses whose ends are known, and puts them into buckets. */
final class EdgePlacer implements Consumer<EdgeBatch> {

  /** How the synapses of all projections from one population are put into buckets. */
  record Scheme(WeightPlan plan, int rowBits, int bucketsOfBlock) {
    int bucket(int block, int source) {
      return block * bucketsOfBlock + (source >>> rowBits);
    }

    /** Whether a weight needs more than the bits that a word has for it. */
    boolean wide() {
      return plan.kind() == WeightPlan.Kind.INTS || plan.kind() == WeightPlan.Kind.DOUBLES;
    }

    /** What a synapse takes in a bucket. */
    int bytesOfSynapse() {
      return wide() ? 2 * Long.BYTES : Long.BYTES;
    }
  }

  private final Scheme scheme;
  private final Buckets buckets;
  private final TimeGrid grid;
  private final String path;
  private final Targets targets;
  private final SynapseValues weights;
  private final double quantum;

  /** Of the delays in ms, where they differ. */
  private final @Nullable SynapseValues delaysMs;

  private final double[] weight = new double[EdgeBatch.MOST];
  private final double[] delayMs = new double[EdgeBatch.MOST];
  private final int[] delay = new int[EdgeBatch.MOST];
  private final int[] stored = new int[EdgeBatch.MOST];
  private final int[] bucket = new int[EdgeBatch.MOST];
  private final long[] word = new long[EdgeBatch.MOST];
  private int longestDelay;

  /**
   * For some synapses of a projection.
   *
   * @param quantum of the weights onto its target population
   * @param buckets that are added to
   */
  EdgePlacer(
      Network network,
      TimeGrid grid,
      Projection p,
      Targets targets,
      double quantum,
      Scheme scheme,
      Buckets buckets) {
    this.scheme = scheme;
    this.buckets = buckets;
    this.grid = grid;
    this.targets = targets;
    this.quantum = quantum;
    path = Delays.path(p);
    weights = Wiring.weights(network, p);
    int same = Delays.constant(network, grid, p);
    Arrays.fill(delay, same);
    delaysMs = same > 0 ? null : Wiring.delaysMs(network, p).orElseThrow();
    if (weights.same()) {
      Arrays.fill(weight, weights.at(0));
    }
  }

  @Override
  public void accept(EdgeBatch batch) {
    int count = batch.count();
    if (!weights.same()) {
      weights.at(batch.number(), count, weight);
    }
    if (delaysMs != null) {
      delaysMs.at(batch.number(), count, delayMs);
      for (int i = 0; i < count; i++) {
        delay[i] = grid.drawnDelay(path, delayMs[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      longestDelay = Math.max(longestDelay, delay[i]);
    }
    switch (scheme.plan.kind()) {
      case ONE -> narrow(batch, Double.POSITIVE_INFINITY);
      case SHORTS -> narrow(batch, scheme.plan.unit());
      case INTS -> ints(batch);
      case DOUBLES -> doubles(batch);
    }
  }

  /** The longest delay of what it has placed; 0 where that is nothing. */
  int longestDelay() {
    return longestDelay;
  }

  private void narrow(EdgeBatch batch, double unit) {
    int count = batch.count();
    int[] pre = batch.pre();
    int[] post = batch.post();
    double greatest = scheme.plan.greatest();
    for (int i = 0; i < count; i++) {
      double rounded = Math.rint(weight[i] / quantum / unit);
      stored[i] = (int) Math.max(-greatest, Math.min(greatest, rounded));
    }
    int rowMask = (1 << scheme.rowBits) - 1;
    for (int i = 0; i < count; i++) {
      int place = targets.place(weight[i], post[i]);
      word[i] = SynapseWord.of(pre[i] & rowMask, delay[i], stored[i], place);
      bucket[i] = scheme.bucket(Targets.block(place), pre[i]);
    }
    buckets.add(bucket, word, count);
  }

  private void ints(EdgeBatch batch) {
    for (int i = 0; i < batch.count(); i++) {
      addWide(batch, i, (int) Math.rint(weight[i] / quantum));
    }
  }

  private void doubles(EdgeBatch batch) {
    for (int i = 0; i < batch.count(); i++) {
      double rounded = Math.rint(weight[i] / quantum) * quantum;
      addWide(batch, i, Double.doubleToRawLongBits(rounded));
    }
  }

  private void addWide(EdgeBatch batch, int i, long wide) {
    int pre = batch.pre()[i];
    int place = targets.place(weight[i], batch.post()[i]);
    long one = SynapseWord.of(pre & (1 << scheme.rowBits) - 1, delay[i], 0, place);
    buckets.add(scheme.bucket(Targets.block(place), pre), one, wide);
  }
}
