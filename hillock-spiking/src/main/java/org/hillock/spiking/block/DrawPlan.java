package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.wiring.Edges;

/**
 * Cuts the synapses of several projections into slices of about the same number, in order.
 *
 * @param shares what each slice draws
 */
record DrawPlan(List<List<Share>> shares) {

  /** Some units of a projection: {@code from} to {@code to - 1}. */
  record Share(int projection, long from, long to) {}

  /**
   * Plans slices.
   *
   * @param synapses of each, about
   * @param slices how many, at least 1
   */
  static DrawPlan of(List<Edges> projections, long[] synapses, int slices) {
    double all = 0;
    for (long some : synapses) {
      all += some;
    }
    List<List<Share>> shares = new ArrayList<>();
    for (int slice = 0; slice < slices; slice++) {
      List<Share> own = new ArrayList<>();
      double before = 0;
      for (int p = 0; p < synapses.length; p++) {
        long units = projections.get(p).units();
        long from = cut(all * slice / slices, before, synapses[p], units);
        boolean last = slice + 1 == slices;
        long to = last ? units : cut(all * (slice + 1) / slices, before, synapses[p], units);
        if (to > from) {
          own.add(new Share(p, from, to));
        }
        before += synapses[p];
      }
      shares.add(own);
    }
    return new DrawPlan(shares);
  }

  /** The unit of a projection that a place among all synapses falls on. */
  private static long cut(double place, double before, long synapses, long units) {
    double share = synapses == 0 ? 0 : (place - before) / synapses;
    return (long) Math.clamp(share * units, 0, units);
  }
}
