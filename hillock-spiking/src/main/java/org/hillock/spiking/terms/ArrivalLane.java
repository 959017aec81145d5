package org.hillock.spiking.terms;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hillock.core.session.Term;

/** Spikes along chemical synapses: each arrives once. */
public final class ArrivalLane extends Lane {

  private final boolean lasting;
  private long[] step = new long[16];
  private int[] pre = new int[16];
  private int[] delay = new int[16];
  private double[] weight = new double[16];
  private double[] carried = new double[16];
  private double[] amount = new double[16];
  private int size;

  /**
   * Nothing has arrived yet.
   *
   * @param lasting whether what arrived in earlier steps still means something
   */
  public ArrivalLane(Ends ends, boolean lasting) {
    super(ends);
    this.lasting = lasting;
  }

  /**
   * Something arrives.
   *
   * @param n step at whose beginning it does
   * @param neuron that sent it
   * @param delaySteps before
   * @param itsWeight of the synapse then
   * @param times how many spikes or vesicles
   * @param added to the sum
   */
  public void arrives(
      long n, int neuron, int delaySteps, double itsWeight, double times, double added) {
    if (size == step.length) {
      grow(2 * size);
    }
    step[size] = n;
    pre[size] = neuron;
    delay[size] = delaySteps;
    weight[size] = itsWeight;
    carried[size] = times;
    amount[size] = added;
    size++;
  }

  private void grow(int room) {
    step = Arrays.copyOf(step, room);
    pre = Arrays.copyOf(pre, room);
    delay = Arrays.copyOf(delay, room);
    weight = Arrays.copyOf(weight, room);
    carried = Arrays.copyOf(carried, room);
    amount = Arrays.copyOf(amount, room);
  }

  private int slot(int event) {
    return amount[event] < 0 ? ends.slotBelow0() : ends.slot();
  }

  /** How many arrived before a step. */
  private int before(long end) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (step[middle] < end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first that still means something. */
  private int from(long end) {
    return lasting ? 0 : before(end - 1);
  }

  @Override
  int count(long end) {
    return before(end) - from(end);
  }

  @Override
  void tell(long end, LongToDoubleFunction timeMs, List<Term> into) {
    int to = before(end);
    for (int k = from(end); k < to; k++) {
      into.add(
          new Term(
              Term.Kind.SYNAPSE,
              ends.source(pre[k]),
              ends.projection(),
              timeMs.applyAsDouble(step[k]),
              timeMs.applyAsDouble(step[k] - delay[k]),
              weight[k],
              carried[k]));
    }
  }

  @Override
  Replay replay(double[] factors, int first, long end) {
    int from = from(end);
    return new Replay() {
      private int next = from;

      @Override
      public void bring(long n, double[] sums, ToDoubleFunction<String> own) {
        while (next < size && step[next] <= n) {
          sums[slot(next)] += amount[next] * factors[first + next - from];
          next++;
        }
      }
    };
  }

  @Override
  void contribute(Slopes slopes, double[] into, int first) {
    int from = from(slopes.end());
    int to = before(slopes.end());
    for (int k = from; k < to; k++) {
      into[first + k - from] = slopes.arriving(slot(k), step[k]) * amount[k];
    }
  }
}
