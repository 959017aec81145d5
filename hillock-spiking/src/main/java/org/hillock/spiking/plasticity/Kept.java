package org.hillock.spiking.plasticity;

import java.util.Arrays;
import org.hillock.spiking.equation.LoweredSynapse;
import org.hillock.spiking.kernel.FloatKernels;

/**
 * What synapses keep, brought to kernels and back, row by row, column by column, or all at once.
 */
final class Kept {

  /** Synapses that are brought to a kernel together where their rows do not matter. */
  static final int AT_ONCE = 1024;

  private final PlasticPlan plan;
  private final LoweredSynapse rule;
  private final PlasticRows rows;
  private final Traces before;
  private final Traces behind;
  private final FloatKernels kernels;

  /** By kept number and synapse: the share, other states, when they were brought up to date. */
  private final float[][] value;

  /** The step that the numbers of steps which synapses keep count from. */
  private long base;

  Kept(PlasticPlan plan, PlasticRows rows, Traces before, Traces behind, FloatKernels kernels) {
    this.plan = plan;
    this.rows = rows;
    this.before = before;
    this.behind = behind;
    this.kernels = kernels;
    rule = plan.rule();
    value = new float[rule.kept()][rows.synapses()];
  }

  /** By synapse. */
  float[] shares() {
    return value[0];
  }

  /** A trial begins: weights stay. */
  void restart() {
    for (int k = 0; k < rule.within().size(); k++) {
      Arrays.fill(value[1 + k], (float) rule.withinStart()[k]);
    }
    forget(0);
  }

  long base() {
    return base;
  }

  /** What synapses keep has stood until t_m. */
  void forget(long m) {
    if (rule.moving()) {
      base = m;
      Arrays.fill(value[value.length - 1], 0);
    }
  }

  /** Brings what a row keeps, and what it reads, to a kernel. */
  void takeRow(RuleKernel kernel, int source, int start, int count, long now) {
    for (int k = 0; k < value.length; k++) {
      System.arraycopy(value[k], start, kernel.state()[k], 0, count);
    }
    for (int k = 0; k < before.states(); k++) {
      kernel.global()[rule.modulators().size() + k] = before.of(k)[source];
    }
    kernel.global()[rule.now()] = now - base;
    if (!rows.dense()) {
      int first = kernel.input().length - behind.states();
      for (int k = 0; k < behind.states(); k++) {
        gather(behind.of(k), rows.target(), start, kernel.input()[first + k], count);
      }
    }
  }

  static void gather(float[] from, int[] which, int first, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from[which[first + i]];
    }
  }

  /** Takes back from a kernel what a row keeps. */
  void putRow(RuleKernel kernel, int source, int start, int count, long now) {
    for (int k = 0; k < value.length; k++) {
      int bad = kernels.firstBad(kernel.state()[k], count);
      if (bad >= 0) {
        int target = rows.dense() ? bad : rows.target()[start + bad];
        throw Exploded.synapse(plan, k, source, target, now);
      }
      System.arraycopy(kernel.state()[k], 0, value[k], start, count);
    }
  }

  /** Runs a kernel on all synapses that end at a target; the number of these. */
  int column(RuleKernel kernel, int target, long now) {
    int first = rows.dense() ? target : rows.backStart()[target];
    int count = rows.dense() ? rows.sources() : rows.backStart()[target + 1] - first;
    int stride = rows.targets();
    for (int k = 0; k < value.length; k++) {
      float[] to = kernel.state()[k];
      if (rows.dense()) {
        for (int i = 0, at = target; i < count; i++, at += stride) {
          to[i] = value[k][at];
        }
      } else {
        gather(value[k], rows.back(), first, to, count);
      }
    }
    if (!rows.dense()) {
      for (int k = 0; k < before.states(); k++) {
        gather(before.of(k), rows.backSource(), first, kernel.input()[k], count);
      }
    }
    for (int k = 0; k < behind.states(); k++) {
      kernel.global()[rule.modulators().size() + k] = behind.of(k)[target];
    }
    kernel.global()[rule.now()] = now - base;
    kernel.run(count);
    for (int k = 0; k < value.length; k++) {
      float[] from = kernel.state()[k];
      int bad = kernels.firstBad(from, count);
      if (bad >= 0) {
        int source = rows.dense() ? bad : rows.backSource()[first + bad];
        throw Exploded.synapse(plan, k, source, target, now);
      }
      if (rows.dense()) {
        for (int i = 0, at = target; i < count; i++, at += stride) {
          value[k][at] = from[i];
        }
      } else {
        for (int i = 0; i < count; i++) {
          value[k][rows.back()[first + i]] = from[i];
        }
      }
    }
    return count;
  }

  /** Runs what needs no neighbours on all synapses, many at once. */
  void each(RuleKernel kernel, long m) {
    kernel.global()[rule.now()] = m - base;
    for (int start = 0; start < rows.synapses(); start += AT_ONCE) {
      int count = Math.min(AT_ONCE, rows.synapses() - start);
      for (int k = 0; k < value.length; k++) {
        System.arraycopy(value[k], start, kernel.state()[k], 0, count);
      }
      kernel.run(count);
      for (int k = 0; k < value.length; k++) {
        int bad = kernels.firstBad(kernel.state()[k], count);
        if (bad >= 0) {
          throw Exploded.synapse(plan, k, rows.source(start + bad), rows.targetOf(start + bad), m);
        }
        System.arraycopy(kernel.state()[k], 0, value[k], start, count);
      }
    }
  }
}
