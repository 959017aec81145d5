package org.hillock.spiking.plasticity;

import java.util.ArrayList;
import java.util.List;
import org.hillock.spiking.equation.LoweredSynapse;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/**
 * Synapses of one delay that end in a part of the target, while they run. Steps are counted as the
 * session counts them; time t_n begins step n.
 */
final class PlasticSynapses {

  /** Steps are kept in floats as long as they are exact there, and counted anew in time. */
  private static final long LONG = 1L << 22;

  private final PlasticPlan plan;
  private final LoweredSynapse rule;
  private final PlasticRows rows;

  private final Kept kept;
  private final Traces before;
  private final Traces behind;
  private final FloatKernels kernels;
  private final RuleKernel onPre;
  private final RuleKernel onPost;
  private final @Nullable RuleKernel refresh;
  private final List<PassKernels> passes = new ArrayList<>();

  /** Sources whose spikes arrive, and targets whose spikes come back, by step. */
  private final Calendar arriving;

  private final Calendar returning;

  long plasticEvents;

  /**
   * Kernels of a pass.
   *
   * @param alone whether a synapse needs nothing but what it keeps itself
   */
  private record PassKernels(List<RuleKernel> totals, RuleKernel statements, boolean alone) {}

  PlasticSynapses(PlasticPlan plan, PlasticRows rows, int window, FloatKernels kernels) {
    this.plan = plan;
    this.rows = rows;
    this.kernels = kernels;
    rule = plan.rule();
    before =
        new Traces(
            rows.sources(), rule.beforeStart(), rule.beforeStep(), rule.beforeJump(), kernels);
    behind =
        new Traces(
            rows.targets(), rule.behindStart(), rule.behindStep(), rule.behindJump(), kernels);
    kept = new Kept(plan, rows, before, behind, kernels);
    onPre = ofRows(rule.onPre(), 0);
    onPost = new RuleKernel(rule.onPost(), Math.max(1, rows.longestColumn()), vectors());
    if (rows.dense()) {
      before.readBy(onPost, 0);
    }
    refresh = rule.refresh().map(r -> ofRows(r, 0)).orElse(null);
    for (LoweredSynapse.Pass pass : rule.every()) {
      passes.add(
          new PassKernels(
              pass.totals().stream().map(r -> ofRows(r, 0)).toList(),
              ofRows(pass.statements(), pass.totals().size()),
              isAlone(pass.statements())));
    }
    arriving = new Calendar(rows.delay() + 2 * window + 2);
    returning = new Calendar((plan.dendritic() ? 2 * rows.delay() : 0) + 2);
  }

  private boolean vectors() {
    return kernels.vectorBits() > 0;
  }

  /** A kernel of rows; what stands behind is read where it is if rows are dense. */
  private RuleKernel ofRows(LoweredSynapse.Rule of, int totals) {
    int room = isAlone(of) ? Kept.AT_ONCE : 1;
    RuleKernel kernel = new RuleKernel(of, Math.max(room, rows.longestRow()), vectors());
    if (rows.dense()) {
      behind.readBy(kernel, totals);
    }
    return kernel;
  }

  /** Whether a rule reads nothing but modulators and what a synapse keeps. */
  private boolean isAlone(LoweredSynapse.Rule of) {
    return of.program().nodes().stream()
        .noneMatch(n ->
            n.operation() == Operation.INPUT
                || n.operation() == Operation.GLOBAL
                    && n.index() >= rule.modulators().size()
                    && n.index() < rule.now());
  }

  PlasticRows rows() {
    return rows;
  }

  float share(int place) {
    return kept.shares()[place];
  }

  void setShare(int place, float share) {
    kept.shares()[place] = share;
  }

  /** A trial begins: weights stay. */
  void restart() {
    before.restart();
    behind.restart();
    kept.restart();
    arriving.clear();
    returning.clear();
    plasticEvents = 0;
  }

  /** Modulators have other levels. */
  void heed(float[] levels) {
    List<RuleKernel> all = new ArrayList<>(List.of(onPre, onPost));
    before.listen(all);
    behind.listen(all);
    passes.forEach(p -> {
      all.addAll(p.totals);
      all.add(p.statements);
    });
    for (RuleKernel kernel : all) {
      System.arraycopy(levels, 0, kernel.global(), 0, levels.length);
    }
  }

  /** A spike of a source has time t_n of step {@code n}. */
  void spike(int source, long n) {
    arriving.add(n + rows.delay(), source);
  }

  /**
   * Takes in what arrives at t_n.
   *
   * @param learning whether synapses may change
   * @return synapses reached
   */
  long deliver(long n, boolean learning, Arriving cells) {
    Calendar.Day day = arriving.day(n);
    long reached = 0;
    for (int k = 0; k < day.size(); k++) {
      int source = day.get(k);
      arrive(source, n, learning, cells);
      reached += rows.rowEnd(source) - rows.rowStart(source);
    }
    day.clear();
    return reached;
  }

  /** What arrives at t_n is lost. */
  void lose(long n) {
    arriving.day(n).clear();
  }

  private void arrive(int source, long n, boolean learning, Arriving cells) {
    int start = rows.rowStart(source);
    int count = rows.rowEnd(source) - start;
    boolean changes = learning && rule.changesOnPre();
    if (!rule.sends()) {
      bring(cells, start, kept.shares(), start, count);
    }
    if (changes || rule.sends()) {
      kept.takeRow(onPre, source, start, count, n);
      onPre.run(count);
      if (changes) {
        kept.putRow(onPre, source, start, count, n);
        plasticEvents += count;
      }
      if (rule.sends()) {
        bring(cells, start, onPre.state()[rule.kept()], 0, count);
      }
    }
    before.jump(source);
  }

  private void bring(Arriving cells, int start, float[] shares, int from, int count) {
    if (rows.dense()) {
      cells.all(shares, from, count);
    } else {
      cells.some(rows.target(), start, shares, from, count);
    }
  }

  /**
   * A step is done: traces go to t_{n+1}, and targets that fired come back to their synapses.
   *
   * @param n number of the step
   */
  void move(long n) {
    before.step();
    behind.step();
    if (Settling.after(n)) {
      before.settle((k, i) -> Exploded.trace(plan, true, k, i, n + 1));
      behind.settle((k, i) -> Exploded.trace(plan, false, k, i, n + 1));
    }
  }

  /** A target fired: its spike has time t_m of step {@code m}. */
  void fired(int target, long m) {
    returning.add(plan.dendritic() ? m + 2L * rows.delay() : m, target);
  }

  /** Takes in the spikes of targets that come back at t_m. */
  void comeBack(long m, boolean learning) {
    Calendar.Day day = returning.day(m);
    for (int k = 0; k < day.size(); k++) {
      int target = day.get(k);
      if (learning && rule.changesOnPost()) {
        plasticEvents += kept.column(onPost, target, m);
      }
      behind.jump(target);
    }
    day.clear();
  }

  /** Adds to sums over the synapses of each target, for a pass at t_m. */
  void addTotals(int pass, double[][] totals, long m) {
    List<RuleKernel> kernels = passes.get(pass).totals;
    for (int t = 0; t < kernels.size(); t++) {
      RuleKernel kernel = kernels.get(t);
      for (int source = 0; source < rows.sources(); source++) {
        int start = rows.rowStart(source);
        int count = rows.rowEnd(source) - start;
        if (count > 0) {
          kept.takeRow(kernel, source, start, count, m);
          kernel.run(count);
          float[] each = kernel.state()[rule.kept()];
          for (int i = 0; i < count; i++) {
            totals[t][rows.dense() ? i : rows.target()[start + i]] += each[i];
          }
        }
      }
    }
  }

  /**
   * Does what is done to all synapses at t_m.
   *
   * @param totals by sum and target
   */
  void pass(int pass, float[][] totals, long m) {
    RuleKernel kernel = passes.get(pass).statements;
    plasticEvents += rows.synapses();
    if (passes.get(pass).alone) {
      kept.each(kernel, m);
      return;
    }
    for (int source = 0; source < rows.sources(); source++) {
      int start = rows.rowStart(source);
      int count = rows.rowEnd(source) - start;
      if (count > 0) {
        kept.takeRow(kernel, source, start, count, m);
        for (int t = 0; t < totals.length; t++) {
          if (rows.dense()) {
            System.arraycopy(totals[t], 0, kernel.input()[t], 0, count);
          } else {
            Kept.gather(totals[t], rows.target(), start, kernel.input()[t], count);
          }
        }
        kernel.run(count);
        kept.putRow(kernel, source, start, count, m);
      }
    }
  }

  /** Counts steps anew where they have become many. */
  void rebase(long m) {
    if (rule.moving() && m - kept.base() >= LONG) {
      refresh(m);
      forget(m);
    }
  }

  /** Brings all that moves up to date. */
  void refresh(long m) {
    if (refresh != null) {
      kept.each(refresh, m);
    }
  }

  /** What synapses keep has stood until t_m. */
  void forget(long m) {
    kept.forget(m);
  }
}
