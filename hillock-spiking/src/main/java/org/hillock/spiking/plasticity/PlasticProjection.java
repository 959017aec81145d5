package org.hillock.spiking.plasticity;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.wiring.Synapses;
import org.hillock.spiking.kernel.FloatKernels;

/**
 * The synapses of a plastic projection that end in a part of its target, while they run. Worked on
 * by one thread at a time.
 */
public final class PlasticProjection {

  private final PlasticPlan plan;
  private final int first;
  private final List<PlasticSynapses> byDelay = new ArrayList<>();

  /** By pass, sum and target. */
  private final double[][][] totals;

  private final float[][][] told;
  private boolean learning = true;

  /**
   * Lays out synapses.
   *
   * @param delays by synapse, in steps
   * @param first target of the part
   * @param end of the part
   * @param window most steps from when a spike is made to when it is told
   * @param kernels whether several synapses are reckoned at a time
   */
  public PlasticProjection(
      PlasticPlan plan,
      Synapses synapses,
      int[] delays,
      int first,
      int end,
      int window,
      FloatKernels kernels) {
    this.plan = plan;
    this.first = first;
    List<PlasticRows> rows =
        PlasticRows.of(synapses, delays, plan.sources(), first, end, (_, _, _) -> {});
    rows.forEach(r -> byDelay.add(new PlasticSynapses(plan, r, window, kernels)));
    PlasticRows.of(
        synapses,
        delays,
        plan.sources(),
        first,
        end,
        (number, of, place) ->
            byDelay.get(of).setShare(place, plan.share(synapses.weight()[number])));
    int passes = plan.rule().every().size();
    totals = new double[passes][][];
    told = new float[passes][][];
    for (int pass = 0; pass < passes; pass++) {
      int sums = plan.rule().every().get(pass).totals().size();
      totals[pass] = new double[sums][end - first];
      told[pass] = new float[sums][RuleKernel.padded(end - first)];
    }
  }

  public PlasticPlan plan() {
    return plan;
  }

  /**
   * Writes the weights of its synapses, in the coherent unit and without the sign of the receptor.
   *
   * @param synapses and {@code delays} as it was made of
   * @param into by number of the synapse
   */
  public void weights(Synapses synapses, int[] delays, double[] into) {
    int end = first + (byDelay.isEmpty() ? 0 : byDelay.getFirst().rows().targets());
    PlasticRows.of(
        synapses,
        delays,
        plan.sources(),
        first,
        end,
        (number, of, place) ->
            into[number] = Math.abs(plan.scale()) * byDelay.get(of).share(place));
  }

  /** A trial begins: weights stay. */
  public void restart() {
    byDelay.forEach(PlasticSynapses::restart);
  }

  /** Freezes or thaws its synapses at t_n. */
  public void learn(boolean on, long n) {
    if (on == learning) {
      return;
    }
    learning = on;
    for (PlasticSynapses s : byDelay) {
      if (on) {
        s.forget(n);
      } else {
        s.refresh(n);
      }
    }
  }

  /** Modulators have other levels, in the order of the rule. */
  public void heed(float[] levels) {
    byDelay.forEach(s -> s.heed(levels));
  }

  /** A spike of a source has time t_n of step {@code n}. */
  public void spike(int source, long n) {
    for (int k = 0; k < byDelay.size(); k++) {
      byDelay.get(k).spike(source, n);
    }
  }

  /**
   * Takes in what arrives at t_n.
   *
   * @param lesioned whether it is lost
   * @return synapses reached
   */
  public long deliver(long n, boolean lesioned, Arriving cells) {
    long reached = 0;
    for (int k = 0; k < byDelay.size(); k++) {
      if (lesioned) {
        byDelay.get(k).lose(n);
      } else {
        reached += byDelay.get(k).deliver(n, learning, cells);
      }
    }
    return reached;
  }

  /** A target fired, counted within the part; the spike has time t_m of step {@code m}. */
  public void fired(int target, long m) {
    for (int k = 0; k < byDelay.size(); k++) {
      byDelay.get(k).fired(target, m);
    }
  }

  /** Step {@code n} is done, and all that fired in it is known. */
  public void finish(long n) {
    long m = n + 1;
    for (int k = 0; k < byDelay.size(); k++) {
      byDelay.get(k).move(n);
      byDelay.get(k).comeBack(m, learning);
    }
    for (int pass = 0; pass < totals.length && learning; pass++) {
      if (m % plan.rule().every().get(pass).intervalSteps() == 0) {
        pass(pass, m);
      }
    }
    for (int k = 0; k < byDelay.size(); k++) {
      byDelay.get(k).rebase(m);
    }
  }

  private void pass(int pass, long m) {
    double[][] sums = totals[pass];
    for (double[] sum : sums) {
      java.util.Arrays.fill(sum, 0);
    }
    for (PlasticSynapses s : byDelay) {
      s.addTotals(pass, sums, m);
    }
    for (int t = 0; t < sums.length; t++) {
      for (int j = 0; j < sums[t].length; j++) {
        told[pass][t][j] = (float) sums[t][j];
      }
    }
    for (PlasticSynapses s : byDelay) {
      s.pass(pass, told[pass], m);
    }
  }

  /** How often a synapse was changed, or looked at to be changed, since the trial began. */
  public long plasticEvents() {
    return byDelay.stream().mapToLong(s -> s.plasticEvents).sum();
  }
}
