package org.hillock.spiking.terms;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hillock.core.session.Term;

/** Values of rate neurons: the last that was heard along each synapse stands until the next. */
public final class GradedLane extends Lane {

  private final int[] pre;
  private final double[] weight;
  private final double[] start;

  /** What a value of 1 adds in a step. */
  private final double worth;

  private long[] step = new long[16];
  private int[] synapse = new int[16];
  private double[] heard = new double[16];
  private int size;

  /** Steps in which the projection begins or ends to add anything, in turn; it begins with no. */
  private long[] turn = new long[4];

  private int turns;

  /**
   * The synapses onto a neuron in the order in which they are added up.
   *
   * @param start what was heard last along each, before anything is kept
   * @param worth what a value of 1 adds in a step
   */
  public GradedLane(Ends ends, int[] pre, double[] weight, double[] start, double worth) {
    super(ends);
    this.pre = pre;
    this.weight = weight;
    this.start = start;
    this.worth = worth;
  }

  /** Another value is heard along a synapse from step {@code n} on. */
  public void hears(long n, int itsSynapse, double value) {
    if (size == step.length) {
      step = Arrays.copyOf(step, 2 * size);
      synapse = Arrays.copyOf(synapse, 2 * size);
      heard = Arrays.copyOf(heard, 2 * size);
    }
    step[size] = n;
    synapse[size] = itsSynapse;
    heard[size] = value;
    size++;
  }

  /** Whether it adds anything in step {@code n}; to be told in every step. */
  public void adds(long n, boolean now) {
    if (now == (turns % 2 == 1)) {
      return;
    }
    if (turns == turn.length) {
      turn = Arrays.copyOf(turn, 2 * turns);
    }
    turn[turns++] = n;
  }

  private boolean splits() {
    return ends.slot() != ends.slotBelow0();
  }

  @Override
  int count(long end) {
    return pre.length;
  }

  @Override
  void tell(long end, LongToDoubleFunction timeMs, List<Term> into) {
    double[] now = start.clone();
    for (int k = 0; k < size && step[k] < end; k++) {
      now[synapse[k]] = heard[k];
    }
    for (int s = 0; s < pre.length; s++) {
      into.add(
          new Term(
              Term.Kind.SYNAPSE,
              ends.source(pre[s]),
              ends.projection(),
              Double.NaN,
              weight[s],
              now[s]));
    }
  }

  @Override
  Replay replay(double[] factors, int first, long end) {
    return new Replay() {
      private final double[] value = start.clone();
      private int next;
      private int nextTurn;
      private boolean stale = true;
      private double sum;
      private double sumBelow0;

      @Override
      public void bring(long n, double[] sums, ToDoubleFunction<String> own) {
        while (next < size && step[next] <= n) {
          value[synapse[next]] = heard[next];
          stale = true;
          next++;
        }
        while (nextTurn < turns && turn[nextTurn] <= n) {
          nextTurn++;
        }
        if (nextTurn % 2 == 0) {
          return;
        }
        if (stale) {
          stale = false;
          addUp();
        }
        sums[ends.slot()] += sum * worth;
        if (splits()) {
          sums[ends.slotBelow0()] += sumBelow0 * worth;
        }
      }

      private void addUp() {
        sum = 0;
        sumBelow0 = 0;
        for (int s = 0; s < value.length; s++) {
          double brought = weight[s] * value[s] * factors[first + s];
          if (splits() && weight[s] < 0) {
            sumBelow0 += brought;
          } else {
            sum += brought;
          }
        }
      }
    };
  }

  @Override
  void contribute(Slopes slopes, double[] into, int first) {
    double[] up = added(slopes, ends.slot());
    double[] upBelow0 = splits() ? added(slopes, ends.slotBelow0()) : up;
    double[] value = start.clone();
    int[] since = new int[pre.length];
    for (int k = 0; k < size && step[k] < slopes.end(); k++) {
      int s = synapse[k];
      int until = (int) (step[k] - slopes.begin());
      double[] sum = weight[s] < 0 ? upBelow0 : up;
      into[first + s] += weight[s] * value[s] * worth * (sum[until] - sum[since[s]]);
      value[s] = heard[k];
      since[s] = until;
    }
    for (int s = 0; s < pre.length; s++) {
      double[] sum = weight[s] < 0 ? upBelow0 : up;
      into[first + s] += weight[s] * value[s] * worth * (sum[(int) slopes.steps()] - sum[since[s]]);
    }
  }

  /** What 1 at a slot has become that stood from the beginning until each step. */
  private double[] added(Slopes slopes, int slot) {
    double[] up = new double[(int) slopes.steps() + 1];
    int nextTurn = 0;
    for (int k = 0; k + 1 < up.length; k++) {
      long n = slopes.begin() + k;
      while (nextTurn < turns && turn[nextTurn] <= n) {
        nextTurn++;
      }
      up[k + 1] = up[k] + (nextTurn % 2 == 1 ? slopes.arriving(slot, n) : 0);
    }
    return up;
  }
}
