package org.hillock.spiking.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.hillock.core.session.Term;

/**
 * Electrical synapses: w·(x_pre − x) of the neuron's own x, so what flows answers to what the
 * neuron does when it is played again.
 */
public final class CouplingLane extends Lane {

  private final long begin;
  private final int[] pre;
  private final double[] weight;
  private final String state;

  /** By step: x of each source, NaN where it is silent; empty where nothing flows. */
  private final List<double[]> there = new ArrayList<>();

  /**
   * The synapses onto a neuron in the order in which they are added up.
   *
   * @param begin first step that is kept
   * @param state x of the neuron, by name
   */
  public CouplingLane(Ends ends, long begin, int[] pre, double[] weight, String state) {
    super(ends);
    this.begin = begin;
    this.pre = pre;
    this.weight = weight;
    this.state = state;
  }

  /** Neuron of the source by synapse. */
  public int source(int synapse) {
    return pre[synapse];
  }

  /** How many synapses. */
  public int synapses() {
    return pre.length;
  }

  /** What stands at the sources in the next step; empty where nothing flows. */
  public void stands(double[] values) {
    there.add(values);
  }

  @Override
  int count(long end) {
    return pre.length;
  }

  @Override
  void tell(long end, LongToDoubleFunction timeMs, List<Term> into) {
    double[] last = there.get((int) (end - 1 - begin));
    for (int s = 0; s < pre.length; s++) {
      double carried = last.length == 0 || Double.isNaN(last[s]) ? 0 : last[s];
      into.add(
          new Term(
              Term.Kind.COUPLING,
              ends.source(pre[s]),
              ends.projection(),
              Double.NaN,
              weight[s],
              carried));
    }
  }

  @Override
  Replay replay(double[] factors, int first, long end) {
    return (n, sums, own) -> {
      double[] now = there.get((int) (n - begin));
      if (now.length == 0) {
        return;
      }
      double here = own.applyAsDouble(state);
      double flow = 0;
      for (int s = 0; s < now.length; s++) {
        if (!Double.isNaN(now[s])) {
          flow += weight[s] * (now[s] - here) * factors[first + s];
        }
      }
      sums[ends.slot()] += flow;
    };
  }

  @Override
  void contribute(Slopes slopes, double[] into, int first) {
    throw new IllegalStateException("currents through electrical synapses do not add up");
  }
}
