package org.hillock.cell.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;

/** Cells side by side while they run; see the documentation of this package. Not thread-safe. */
public final class CableState {

  private final CellPlan plan;
  private final int cells;
  private final Tree tree;
  private final List<GroupState> channels = new ArrayList<>();
  private final List<GroupState> receptors = new ArrayList<>();
  private final List<GroupState> pools = new ArrayList<>();

  /** By node and cell, in mV. */
  private final double[] v;

  private final double[] diagonal;
  private final double[] into;

  /** Twice the capacitance over the step, by node and cell, in nS. */
  private final double[] inertia;

  /** By pooled ion: inside at t_n, carried on to the middle of the step, before; in mM. */
  private final double[][] inside;

  private final double[][] insideMidway;
  private final double[][] insideBefore;

  /** By pooled ion: current per area in the middle of the step, and its slope before. */
  private final double[][] ionCurrent;

  private final double[][] ionSlope;
  private final double[] area;
  private final double[] outputBefore;
  private long step;

  /** Cells of one plan at their start. */
  public CableState(CellPlan plan, int cells) {
    this.plan = plan;
    this.cells = cells;
    tree = new Tree(plan.grid(), cells);
    int size = tree.nodes() * cells;
    v = new double[size];
    diagonal = new double[size];
    into = new double[size];
    inertia = new double[size];
    for (int i = 0; i < size; i++) {
      inertia[i] = 2 * plan.capacitancePf()[i / cells] / plan.stepMs();
    }
    int ions = plan.pooledIons().size();
    inside = new double[ions][size];
    insideMidway = new double[ions][size];
    insideBefore = new double[ions][size];
    ionCurrent = new double[ions][size];
    ionSlope = new double[ions][size];
    outputBefore = new double[cells];
    area = plan.grid().areasUm2();
    plan.channels().forEach(g -> channels.add(new GroupState(g, cells, plan.stepMs())));
    plan.receptors().forEach(g -> receptors.add(new GroupState(g, cells, plan.stepMs())));
    plan.pools().forEach(g -> pools.add(new GroupState(g, cells, plan.stepMs())));
    restart();
  }

  /** Back to the start. */
  public void restart() {
    step = 0;
    Arrays.fill(v, plan.cell().initialMv());
    for (int ion = 0; ion < inside.length; ion++) {
      String name = plan.pooledIons().get(ion);
      Arrays.fill(inside[ion], plan.cell().ion(name).orElseThrow().concentration().insideMm());
    }
    for (GroupState pool : pools) {
      pool.restart(this::lookUp);
      takeInside(pool);
    }
    for (int ion = 0; ion < inside.length; ion++) {
      System.arraycopy(inside[ion], 0, insideMidway[ion], 0, v.length);
      System.arraycopy(inside[ion], 0, insideBefore[ion], 0, v.length);
    }
    channels.forEach(c -> c.restart(this::lookUp));
    receptors.forEach(r -> r.restart(this::lookUp));
  }

  /** How many. */
  public int cells() {
    return cells;
  }

  private void lookUp(Group.Input input, int[] nodes, double[] into) {
    double[] from =
        switch (input.kind()) {
          case POTENTIAL -> v;
          case INSIDE -> inside[ion(input.ion())];
          case INSIDE_MIDWAY -> insideMidway[ion(input.ion())];
          case ION_CURRENT -> ionCurrent[ion(input.ion())];
        };
    if (cells == 1) {
      for (int k = 0; k < nodes.length; k++) {
        into[k] = from[nodes[k]];
      }
      return;
    }
    for (int k = 0; k < nodes.length; k++) {
      System.arraycopy(from, nodes[k] * cells, into, k * cells, cells);
    }
  }

  private int ion(String name) {
    return plan.pooledIons().indexOf(name);
  }

  /** Adds to what arrives at a receptor place of a cell at the beginning of the next step. */
  public void arrive(int receptor, int place, int cell, double weight) {
    receptors.get(receptor).arrived[place * cells + cell] += weight;
  }

  /** One step, with currents from outside in pA by node and cell. */
  public void step(double[] push) {
    Arrays.fill(diagonal, 0);
    System.arraycopy(push, 0, into, 0, into.length);
    for (GroupState channel : channels) {
      channel.step(this::lookUp, step);
      channel.addTo(into, diagonal);
    }
    for (GroupState receptor : receptors) {
      receptor.step(this::lookUp, step);
      receptor.addTo(into, diagonal);
    }
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] += inertia[i];
    }
    tree.addAxial(diagonal);
    tree.addFlow(v, into);
    tree.solve(diagonal, into);
    concentrations();
    int output = plan.outputNode() * cells;
    System.arraycopy(v, output, outputBefore, 0, cells);
    for (int i = 0; i < v.length; i++) {
      v[i] += 2 * into[i];
    }
    tree.settle(v);
    step++;
  }

  /** The solution is in {@code into}. */
  private void concentrations() {
    if (inside.length == 0) {
      return;
    }
    for (int ion = 0; ion < inside.length; ion++) {
      Arrays.fill(ionCurrent[ion], 0);
      Arrays.fill(ionSlope[ion], 0);
    }
    channels.forEach(this::addIons);
    receptors.forEach(this::addIons);
    for (int ion = 0; ion < inside.length; ion++) {
      for (int i = 0; i < into.length; i++) {
        ionCurrent[ion][i] += ionSlope[ion][i] * into[i];
      }
      System.arraycopy(inside[ion], 0, insideBefore[ion], 0, into.length);
    }
    for (GroupState pool : pools) {
      pool.step(this::lookUp, step);
      takeInside(pool);
    }
    for (int ion = 0; ion < inside.length; ion++) {
      for (int i = 0; i < into.length; i++) {
        insideMidway[ion][i] = 1.5 * inside[ion][i] - 0.5 * insideBefore[ion][i];
      }
    }
  }

  private void addIons(GroupState group) {
    List<String> carried = group.group.carried();
    for (int k = 0; k < carried.size(); k++) {
      int ion = ion(carried.get(k));
      group.addIon(k, area, ionCurrent[ion], ionSlope[ion]);
    }
  }

  private void takeInside(GroupState pool) {
    String ion = pool.group.text().ions().getFirst();
    int state = pool.group.state(ion + "_in");
    double[] to = inside[ion(ion)];
    int[] nodes = pool.group.nodes();
    for (int k = 0; k < nodes.length; k++) {
      for (int c = 0; c < cells; c++) {
        to[nodes[k] * cells + c] = pool.state(state, k, c);
      }
    }
  }

  /** Whether a cell fired in the last step. */
  public boolean fired(int cell) {
    double threshold = plan.cell().output().thresholdMv();
    return outputBefore[cell] < threshold && v[plan.outputNode() * cells + cell] >= threshold;
  }

  /** The potential at a node of a cell, in mV. */
  public double potentialMv(int node, int cell) {
    return v[node * cells + cell];
  }

  /** Inside a node of a cell, in mM. */
  public double insideMm(String ion, int node, int cell) {
    return inside[ion(ion)][node * cells + cell];
  }

  /** A state of a mechanism at a node; NaN where it does not stand there. */
  public double state(String mechanism, String state, int node, int cell) {
    for (List<GroupState> all : List.of(channels, receptors, pools)) {
      for (GroupState g : all) {
        int place = g.group.text().name().equals(mechanism) ? g.group.placeAt(node) : -1;
        if (place >= 0) {
          return g.state(g.group.state(state), place, cell);
        }
      }
    }
    return Double.NaN;
  }
}
