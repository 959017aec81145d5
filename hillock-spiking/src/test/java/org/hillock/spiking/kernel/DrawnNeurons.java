package org.hillock.spiking.kernel;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Neurons in any state, cells with any arrivals, and a span of them, drawn by a number: the same
 * number gives the same arrays anew, so that two kernels can be called on them.
 *
 * <p>Some neurons come free one step before the span, with it, one step later, with its last step,
 * or after it. The last few are padding.
 */
final class DrawnNeurons {

  private static final int PADDED = 9 * FloatKernels.LANES;
  private static final int NEURONS = PADDED - 5;
  private static final int[] REFRACTORY = {0, 1, 2, 20};

  final float quantum = 0.0123f;
  final int each;
  final Span span;
  final int[] cells;
  final float[] u = new float[PADDED];
  final float[] exc = new float[PADDED];
  final float[] inh = new float[PADDED];
  final FiringFloats firing;

  private final Draws draws;
  private final int cell;

  /**
   * Draws them.
   *
   * @param own whether each neuron has parameters of its own
   * @param ports receptor ports of a neuron
   * @param steps of the span
   */
  DrawnNeurons(long number, boolean own, int ports, int steps) {
    draws = new Draws(number, Purpose.EXPERIMENT, 3);
    each = own ? -1 : 0;
    int from = draws.below(4);
    int to = from + 1 + draws.below(PADDED / FloatKernels.LANES - from);
    int stride = ports * PADDED + FloatKernels.LANES * draws.below(3);
    int first = 1 + draws.below(1_000_000);
    span = new Span(lanes(from), lanes(to), first, steps, stride, first % 200);
    cell = draws.below(2) * stride;
    cells = arrivals((steps + 2) * stride);
    for (int i = 0; i < NEURONS; i++) {
      u[i] = (float) (8 * draws.normal());
      exc[i] = (float) (300 * Math.abs(draws.normal()));
      inh[i] = (float) (-300 * Math.abs(draws.normal()));
    }
    firing =
        new FiringFloats(freeAt(), between(6, 20), between(-12, 5), parameter(REFRACTORY.clone()));
  }

  private static int lanes(int vectors) {
    return vectors * FloatKernels.LANES;
  }

  /** The cell of a port of neuron 0 in the first step. */
  int cell(int port) {
    return cell + port * PADDED;
  }

  /** Mostly nothing; some so large that single precision rounds them. */
  private int[] arrivals(int count) {
    int[] drawn = new int[count];
    for (int k = 0; k < count; k++) {
      int kind = draws.below(10);
      int bound = kind < 6 ? 1 : kind < 9 ? 400 : 1 << 30;
      drawn[k] = draws.below(bound) * (draws.below(2) * 2 - 1);
    }
    return drawn;
  }

  private int[] freeAt() {
    int[] edges = {
      0,
      span.step() - 1,
      span.step(),
      span.step() + 1,
      span.step() + span.steps() - 1,
      span.step() + span.steps(),
      span.step() + span.steps() + 7
    };
    int[] drawn = new int[PADDED];
    for (int i = 0; i < PADDED; i++) {
      drawn[i] = i < NEURONS ? edges[draws.below(edges.length)] : Integer.MAX_VALUE;
    }
    return drawn;
  }

  /** A parameter: one number for all, or one for each. */
  float[] between(double low, double high) {
    float[] drawn = new float[each == 0 ? FloatKernels.LANES : PADDED];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = each == 0 && i > 0 ? drawn[0] : (float) (low + (high - low) * draws.uniform());
    }
    return drawn;
  }

  private int[] parameter(int[] choice) {
    int[] drawn = new int[each == 0 ? FloatKernels.LANES : PADDED];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = each == 0 && i > 0 ? drawn[0] : choice[draws.below(choice.length)];
    }
    return drawn;
  }

  /** Whether a cell belongs to a port of a neuron of the span, in one of its steps. */
  boolean isRead(int at, int ports) {
    for (int port = 0; port < ports; port++) {
      int rest = at - cell(port);
      int neuron = Math.floorMod(rest, span.stride());
      int step = Math.floorDiv(rest, span.stride());
      if (step >= 0 && step < span.steps() && neuron >= span.from() && neuron < span.to()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lets some thresholds be the very potential that is reached in the first step of the span.
   *
   * @param reached potentials after one step without thresholds
   */
  void meet(float[] reached) {
    for (int i = span.from(); each != 0 && i < Math.min(span.to(), NEURONS); i += 3) {
      if (firing.freeAt()[i] <= span.step() && reached[i] > firing.reset()[i]) {
        firing.threshold()[i] = reached[i];
      }
    }
  }
}
