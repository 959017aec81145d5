package org.hillock.cell.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;

/** One cell, step by step as the documentation of this package says, and nothing clever. */
final class PlainCell {

  private final CellPlan plan;
  private final Grid grid;
  private final List<PlainGroup> channels = new ArrayList<>();
  private final List<PlainGroup> receptors = new ArrayList<>();
  private final List<PlainGroup> pools = new ArrayList<>();
  private final double[] v;
  private final double[][] inside;
  private final double[][] midway;
  private final double[][] ionCurrent;
  private long step;
  private boolean fired;

  PlainCell(CellPlan plan) {
    this.plan = plan;
    grid = plan.grid();
    plan.channels().forEach(g -> channels.add(new PlainGroup(g)));
    plan.receptors().forEach(g -> receptors.add(new PlainGroup(g)));
    plan.pools().forEach(g -> pools.add(new PlainGroup(g)));
    v = new double[grid.size()];
    inside = new double[plan.pooledIons().size()][grid.size()];
    midway = new double[inside.length][grid.size()];
    ionCurrent = new double[inside.length][grid.size()];
    restart(CellDraws.UNSEEDED);
  }

  /** Lets another cell, at its start, stand a share of the way to where this one stands. */
  void lead(CableState other, double share) {
    other.stand(step, v, inside, midway, ionCurrent, share);
    lead(channels, Cable.MechanismKind.CHANNELS, other, share);
    lead(receptors, Cable.MechanismKind.RECEPTORS, other, share);
    lead(pools, Cable.MechanismKind.POOLS, other, share);
  }

  private static void lead(
      List<PlainGroup> groups, Cable.MechanismKind kind, CableState other, double share) {
    for (int g = 0; g < groups.size(); g++) {
      double[][] kept = groups.get(g).kept;
      for (int place = 0; place < kept.length; place++) {
        for (int number = 0; number < kept[place].length; number++) {
          other.stand(kind, g, number, place, kept[place][number], share);
        }
      }
    }
  }

  void restart(CellDraws draws) {
    step = 0;
    fired = false;
    Arrays.fill(v, plan.cell().initialMv());
    for (int ion = 0; ion < inside.length; ion++) {
      String name = plan.pooledIons().get(ion);
      Arrays.fill(inside[ion], plan.cell().ion(name).orElseThrow().concentration().insideMm());
    }
    int slot = 0;
    for (PlainGroup pool : pools) {
      pool.restart(this::lookUp, draws, slot, plan.places());
      slot += pool.group.places();
    }
    pools.forEach(this::takeInside);
    for (int ion = 0; ion < inside.length; ion++) {
      midway[ion] = inside[ion].clone();
    }
    for (List<PlainGroup> groups : List.of(channels, receptors)) {
      for (PlainGroup each : groups) {
        each.restart(this::lookUp, draws, slot, plan.places());
        slot += each.group.places();
      }
    }
  }

  private double lookUp(Group.Input input, int node) {
    int ion = plan.pooledIons().indexOf(input.ion());
    return switch (input.kind()) {
      case POTENTIAL -> v[node];
      case INSIDE -> inside[ion][node];
      case INSIDE_MIDWAY -> midway[ion][node];
      case ION_CURRENT -> ionCurrent[ion][node];
    };
  }

  void arrive(int receptor, int place, double weight) {
    receptors.get(receptor).arrived[place] += weight;
  }

  /** One step, with currents in pA and held potentials in mV, NaN where none is, by node. */
  void step(double[] push, double[] held) {
    int size = v.length;
    double[] diagonal = new double[size];
    double[] right = push.clone();
    for (List<PlainGroup> groups : List.of(channels, receptors)) {
      for (PlainGroup g : groups) {
        g.step(this::lookUp, step);
        for (int k = 0; k < g.group.places(); k++) {
          int n = g.group.nodes()[k];
          right[n] -= g.group.areaUm2()[k] * g.kept[k][g.group.current()];
          diagonal[n] += g.group.areaUm2()[k] * g.kept[k][g.group.slope()];
        }
      }
    }
    double[] ends = new double[size];
    for (int n = 1; n < size; n++) {
      ends[n] += grid.axialNs(n);
      ends[grid.parent(n)] += grid.axialNs(n);
    }
    for (int n = 0; n < size; n++) {
      diagonal[n] += 2 * plan.capacitancePf()[n] / plan.stepMs() + ends[n];
    }
    for (int n = 1; n < size; n++) {
      double flow = grid.axialNs(n) * (v[grid.parent(n)] - v[n]);
      right[n] += flow;
      right[grid.parent(n)] -= flow;
    }
    for (int n = 0; n < size; n++) {
      if (!Double.isNaN(held[n])) {
        diagonal[n] += CableState.TIGHT_NS;
        right[n] += CableState.TIGHT_NS * (held[n] - v[n]) / 2;
      }
    }
    solve(diagonal, right);
    concentrations(right);
    double before = v[plan.outputNode()];
    for (int n = 0; n < size; n++) {
      v[n] += 2 * right[n];
    }
    for (int n = 0; n < size; n++) {
      if (grid.areaUm2(n) == 0) {
        v[n] = neighbours(n);
      }
    }
    for (int n = 0; n < size; n++) {
      v[n] = Double.isNaN(held[n]) ? v[n] : held[n];
    }
    double threshold = plan.cell().output().thresholdMv();
    fired = before < threshold && v[plan.outputNode()] >= threshold;
    step++;
  }

  private void solve(double[] diagonal, double[] right) {
    for (int n = diagonal.length - 1; n > 0; n--) {
      double inverse = 1 / diagonal[n];
      double f = grid.axialNs(n) * inverse;
      diagonal[n] = inverse;
      diagonal[grid.parent(n)] -= f * grid.axialNs(n);
      right[grid.parent(n)] += f * right[n];
    }
    right[0] /= diagonal[0];
    for (int n = 1; n < diagonal.length; n++) {
      right[n] = (right[n] + grid.axialNs(n) * right[grid.parent(n)]) * diagonal[n];
    }
  }

  private double neighbours(int n) {
    double whole = n == 0 ? 0 : grid.axialNs(n);
    double sum = n == 0 ? 0 * v[0] : grid.axialNs(n) * v[grid.parent(n)];
    for (int child = n + 1; child < v.length; child++) {
      if (grid.parent(child) == n) {
        whole += grid.axialNs(child);
        sum += grid.axialNs(child) * v[child];
      }
    }
    return sum / whole;
  }

  private void concentrations(double[] delta) {
    double[][] slope = new double[inside.length][v.length];
    for (int ion = 0; ion < inside.length; ion++) {
      Arrays.fill(ionCurrent[ion], 0);
      for (List<PlainGroup> groups : List.of(channels, receptors)) {
        for (PlainGroup g : groups) {
          int carried = g.group.carried().indexOf(plan.pooledIons().get(ion));
          for (int k = 0; k < g.group.places() && carried >= 0; k++) {
            int n = g.group.nodes()[k];
            double share = g.group.areaUm2()[k] / grid.areaUm2(n);
            ionCurrent[ion][n] += share * g.kept[k][g.group.current(carried)];
            slope[ion][n] += share * g.kept[k][g.group.current(carried) + 1];
          }
        }
      }
      for (int n = 0; n < v.length; n++) {
        ionCurrent[ion][n] += slope[ion][n] * delta[n];
      }
    }
    double[][] before = new double[inside.length][];
    for (int ion = 0; ion < inside.length; ion++) {
      before[ion] = inside[ion].clone();
    }
    for (PlainGroup pool : pools) {
      pool.step(this::lookUp, step);
      takeInside(pool);
    }
    for (int ion = 0; ion < inside.length; ion++) {
      for (int n = 0; n < v.length; n++) {
        midway[ion][n] = 1.5 * inside[ion][n] - 0.5 * before[ion][n];
      }
    }
  }

  private void takeInside(PlainGroup pool) {
    String ion = pool.group.text().ions().getFirst();
    int state = pool.group.state(ion + "_in");
    for (int k = 0; k < pool.group.places(); k++) {
      inside[plan.pooledIons().indexOf(ion)][pool.group.nodes()[k]] =
          pool.kept[k][state] + pool.group.shift(state, k);
    }
  }

  boolean fired() {
    return fired;
  }

  double potentialMv(int node) {
    return v[node];
  }

  double insideMm(int pooledIon, int node) {
    return inside[pooledIon][node];
  }

  double kept(Cable.MechanismKind kind, int group, int number, int place) {
    PlainGroup g =
        switch (kind) {
          case CHANNELS -> channels.get(group);
          case RECEPTORS -> receptors.get(group);
          case POOLS -> pools.get(group);
        };
    double shift = number < g.group.step().states() ? g.group.shift(number, place) : 0;
    return g.kept[place][number] + shift;
  }
}
