package org.hillock.spiking.bytecode;

import java.util.List;
import org.hillock.core.random.NeuronDraws;
import org.hillock.spiking.equation.DrawKind;

/**
 * The random numbers of neurons of a slice, each drawn at the address (seed and trial, population,
 * neuron, step, draw).
 */
public final class Noise {

  private final List<DrawKind> kinds;
  private final int place;
  private final int first;
  private final double stepMs;
  private final double[] some = new double[EquationDoubles.TILE];
  private final int[] addresses;
  private final int firstDraw;
  private long seed;
  private long origin;

  /**
   * For a slice.
   *
   * @param place of the population in the network
   * @param first neuron of the slice
   */
  public Noise(List<DrawKind> kinds, int place, int first, double stepMs) {
    this(kinds, place, first, new int[0], 0, stepMs);
  }

  /**
   * For things that do not stand one after the other as neurons do, such as places of cells with
   * parts.
   *
   * @param addresses of each, in place of the neuron's number; of all that a kernel goes through
   * @param firstDraw number of the first draw of a step, where a step takes several kernels
   */
  public static Noise at(
      List<DrawKind> kinds, int place, int[] addresses, int firstDraw, double stepMs) {
    return new Noise(kinds, place, 0, addresses, firstDraw, stepMs);
  }

  private Noise(
      List<DrawKind> kinds, int place, int first, int[] addresses, int firstDraw, double stepMs) {
    this.kinds = List.copyOf(kinds);
    this.place = place;
    this.first = first;
    this.addresses = addresses;
    this.firstDraw = firstDraw;
    this.stepMs = stepMs;
  }

  /** A trial begins. */
  public void restart(long trialSeed) {
    seed = trialSeed;
    origin = 0;
  }

  /** Steps are counted from another one. */
  public void rebase(int steps) {
    origin += steps;
  }

  double timeMs(int step) {
    return (origin + step) * stepMs;
  }

  private void draw(int k, int from, int count, int step) {
    NeuronDraws draws = new NeuronDraws(seed, place, firstDraw + k);
    if (addresses.length > 0) {
      scattered(draws, k, from, count, step);
    } else if (kinds.get(k) == DrawKind.UNIFORM) {
      draws.uniform(first + from, count, origin + step, some);
    } else {
      draws.normal(first + from, count, origin + step, some);
    }
  }

  private void scattered(NeuronDraws draws, int k, int from, int count, int step) {
    double[] one = new double[1];
    for (int i = 0; i < count; i++) {
      if (kinds.get(k) == DrawKind.UNIFORM) {
        draws.uniform(addresses[from + i], 1, origin + step, one);
      } else {
        draws.normal(addresses[from + i], 1, origin + step, one);
      }
      some[i] = one[0];
    }
  }

  void draw(int k, int from, int count, int step, float[] into) {
    draw(k, from, count, step);
    for (int i = 0; i < count; i++) {
      // below 1 also when it is rounded
      into[i] =
          kinds.get(k) == DrawKind.UNIFORM ? (int) (some[i] * 0x1p24) * 0x1p-24f : (float) some[i];
    }
  }

  void draw(int k, int from, int count, int step, double[] into) {
    draw(k, from, count, step);
    System.arraycopy(some, 0, into, 0, count);
  }
}
