package org.hillock.spiking;

import org.hillock.core.wiring.Synapses;

/**
 * The synapses of a projection by source: the row of a source neuron is cut into <i>bundles</i> of
 * synapses with one delay, shortest first; within a bundle they keep the order of the projection.
 *
 * @param bundleStart first bundle of each source, and one end more
 * @param synapseStart first synapse of each bundle, and one end more
 * @param delaySteps of each bundle, at least 1
 * @param post target neuron of each synapse
 * @param weight of each synapse, with its sign; empty where {@link IncomingRows} hold the weights
 * @param number of each synapse in the order of the projection; empty where nobody asks
 */
record SynapseRows(
    int[] bundleStart,
    int[] synapseStart,
    int[] delaySteps,
    int[] post,
    double[] weight,
    int[] number) {

  int bundles() {
    return delaySteps.length;
  }

  int synapses() {
    return post.length;
  }

  int longestDelay() {
    int longest = 1;
    for (int steps : delaySteps) {
      longest = Math.max(longest, steps);
    }
    return longest;
  }

  /** By synapse its bundle. */
  int[] bundleOf() {
    int[] bundle = new int[synapses()];
    for (int b = 0; b < bundles(); b++) {
      java.util.Arrays.fill(bundle, synapseStart[b], synapseStart[b + 1], b);
    }
    return bundle;
  }

  /** By bundle its source. */
  int[] sourceOf() {
    int[] source = new int[bundles()];
    for (int i = 0; i + 1 < bundleStart.length; i++) {
      java.util.Arrays.fill(source, bundleStart[i], bundleStart[i + 1], i);
    }
    return source;
  }

  SynapseRows withoutWeights() {
    return new SynapseRows(bundleStart, synapseStart, delaySteps, post, new double[0], number);
  }

  SynapseRows withoutNumbers() {
    return new SynapseRows(bundleStart, synapseStart, delaySteps, post, weight, new int[0]);
  }

  /** Sorts synapses into rows. */
  static SynapseRows of(Synapses synapses, int[] delays, int sources) {
    int count = synapses.count();
    int[] order = bySource(synapses.pre(), sources, delays);
    int[] post = new int[count];
    double[] weight = new double[count];
    int bundles = 0;
    for (int k = 0; k < count; k++) {
      post[k] = synapses.post()[order[k]];
      weight[k] = synapses.weight()[order[k]];
      bundles += opensBundle(k, order, synapses.pre(), delays) ? 1 : 0;
    }
    int[] synapseStart = new int[bundles + 1];
    int[] delaySteps = new int[bundles];
    int[] bundleStart = new int[sources + 1];
    int bundle = 0;
    for (int k = 0; k < count; k++) {
      if (opensBundle(k, order, synapses.pre(), delays)) {
        synapseStart[bundle] = k;
        delaySteps[bundle] = delays[order[k]];
        bundle++;
        bundleStart[synapses.pre()[order[k]] + 1]++;
      }
    }
    synapseStart[bundles] = count;
    for (int i = 0; i < sources; i++) {
      bundleStart[i + 1] += bundleStart[i];
    }
    return new SynapseRows(bundleStart, synapseStart, delaySteps, post, weight, order);
  }

  private static boolean opensBundle(int k, int[] order, int[] pre, int[] delays) {
    return k == 0 || pre[order[k]] != pre[order[k - 1]] || delays[order[k]] != delays[order[k - 1]];
  }

  /** Numbers of the synapses by source, then delay, then number. */
  private static int[] bySource(int[] pre, int sources, int[] delays) {
    int[] next = new int[sources + 1];
    for (int source : pre) {
      next[source + 1]++;
    }
    for (int i = 0; i < sources; i++) {
      next[i + 1] += next[i];
    }
    int[] start = next.clone();
    int[] order = new int[pre.length];
    for (int k = 0; k < pre.length; k++) {
      order[next[pre[k]]++] = k;
    }
    for (int i = 0; i < sources; i++) {
      sortByDelay(order, start[i], start[i + 1], delays);
    }
    return order;
  }

  private static void sortByDelay(int[] order, int from, int to, int[] delays) {
    boolean sorted = true;
    for (int k = from + 1; k < to && sorted; k++) {
      sorted = delays[order[k - 1]] <= delays[order[k]];
    }
    if (sorted) {
      return;
    }
    long[] keys = new long[to - from];
    for (int k = from; k < to; k++) {
      keys[k - from] = ((long) delays[order[k]] << 32) | order[k];
    }
    java.util.Arrays.sort(keys);
    for (int k = from; k < to; k++) {
      order[k] = (int) keys[k - from];
    }
  }
}
