package org.hillock.verify.cell;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.cell.cable.CableState;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.Place;

/**
 * What one cell did, step by step.
 *
 * @param stepMs of the run
 * @param values by what was watched, at 0, one step, two steps …: potentials in mV, calcium in uM
 */
record Course(double stepMs, double[][] values) {

  private static final double PA_PER_NA = 1000;
  private static final double UM_PER_MM = 1000;

  /** A current into a place, in nA. */
  record Injection(Place place, double startMs, double stopMs, double na) {}

  /** Something that is watched: the potential, or calcium inside. */
  record Watched(Place place, boolean calcium) {
    static Watched potential(Place place) {
      return new Watched(place, false);
    }

    static Watched calcium(Place place) {
      return new Watched(place, true);
    }
  }

  /** Runs a cell. */
  static Course of(
      Cell cell,
      double stepMs,
      double durationMs,
      List<Injection> injections,
      List<Watched> watched) {
    CellPlan plan = CellPlan.of(cell, stepMs);
    CableState state = new CableState(plan, 1);
    int steps = steps(durationMs, stepMs);
    int[] nodes = watched.stream().mapToInt(w -> plan.grid().node("", w.place())).toArray();
    double[][] values = new double[nodes.length][steps + 1];
    double[] push = new double[plan.grid().size()];
    int calcium = plan.pooledIons().indexOf("ca");
    for (int n = 0; n <= steps; n++) {
      for (int k = 0; k < nodes.length; k++) {
        values[k][n] =
            watched.get(k).calcium()
                ? UM_PER_MM * state.insideMm(calcium, nodes[k], 0)
                : state.potentialMv(nodes[k], 0);
      }
      for (Injection i : injections) {
        push[plan.grid().node("", i.place())] = 0;
      }
      for (Injection i : injections) {
        if (n >= steps(i.startMs, stepMs) && n < steps(i.stopMs, stepMs)) {
          push[plan.grid().node("", i.place())] += PA_PER_NA * i.na;
        }
      }
      state.step(push, null);
    }
    return new Course(stepMs, values);
  }

  private static int steps(double ms, double stepMs) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(ms / stepMs));
  }

  /** Values at some times, which are multiples of the step. */
  double[] at(int which, double[] timesMs) {
    return DoubleStream.of(timesMs).map(t -> values[which][steps(t, stepMs)]).toArray();
  }

  /** When the potential passes 0 mV upwards, on the straight line between two steps, in ms. */
  double[] spikes(int which) {
    double[] v = values[which];
    DoubleStream.Builder times = DoubleStream.builder();
    for (int n = 1; n < v.length; n++) {
      if (v[n - 1] < 0 && v[n] >= 0) {
        times.add((n - v[n] / (v[n] - v[n - 1])) * stepMs);
      }
    }
    return times.build().toArray();
  }

  /** Root mean square of the difference. */
  static double rms(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(sum / a.length);
  }

  /** The largest difference; infinite where there are more of the one. */
  static double largest(double[] a, double[] b) {
    if (a.length != b.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      largest = Math.max(largest, Math.abs(a[k] - b[k]));
    }
    return largest;
  }

  /** So many times, from the first on. */
  static double[] times(double firstMs, double everyMs, int count) {
    return DoubleStream.iterate(0, k -> k + 1)
        .limit(count)
        .map(k -> firstMs + k * everyMs)
        .toArray();
  }
}
