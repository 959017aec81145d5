package org.hillock.cell.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;
import org.jspecify.annotations.Nullable;

/** Cells side by side. */
public final class CableState implements Cable {

  /** Beside it every conductance of a cell is nothing, to double precision. */
  static final double TIGHT_NS = 1e20;

  private final CellPlan plan;
  private final int cells;
  private final Tree tree;
  private final List<GroupState> channels = new ArrayList<>();
  private final List<GroupState> receptors = new ArrayList<>();
  private final List<GroupState> pools = new ArrayList<>();

  /** By node and cell, in mV. */
  private CellDraws draws = CellDraws.UNSEEDED;

  private final double[] v;

  private final double[] diagonal;
  private final double[] into;

  /** Twice the capacitance over the step, and the axial conductances, by node and cell, in nS. */
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
    this(plan, cells, GroupState.FIRST_PLACES);
  }

  /** The same, where vectors take over after so many places. */
  CableState(CellPlan plan, int cells, long firstPlaces) {
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
    tree.addAxial(inertia);
    int ions = plan.pooledIons().size();
    inside = new double[ions][size];
    insideMidway = new double[ions][size];
    insideBefore = new double[ions][size];
    ionCurrent = new double[ions][size];
    ionSlope = new double[ions][size];
    outputBefore = new double[cells];
    area = plan.grid().areasUm2();
    plan.channels()
        .forEach(g -> channels.add(new GroupState(g, cells, plan.stepMs(), firstPlaces)));
    plan.receptors()
        .forEach(g -> receptors.add(new GroupState(g, cells, plan.stepMs(), firstPlaces)));
    plan.pools().forEach(g -> pools.add(new GroupState(g, cells, plan.stepMs(), firstPlaces)));
    restart();
  }

  @Override
  public Cable alone(int cell, double share) {
    CableState one = new CableState(plan, 1);
    one.restart(draws.of(cell));
    if (share == 0) {
      return one;
    }
    double[][][] ions = {inside, insideMidway, ionCurrent};
    double[][][] own = new double[ions.length][inside.length][];
    for (int k = 0; k < ions.length; k++) {
      for (int ion = 0; ion < inside.length; ion++) {
        own[k][ion] = of(cell, ions[k][ion]);
      }
    }
    one.stand(step, of(cell, v), own[0], own[1], own[2], share);
    for (MechanismKind kind : MechanismKind.values()) {
      List<GroupState> groups = groups(kind);
      for (int g = 0; g < groups.size(); g++) {
        GroupState from = groups.get(g);
        for (int number = 0; number < from.kept.length; number++) {
          for (int place = 0; place < from.group.places(); place++) {
            double there = from.kept[number][place * cells + cell];
            one.stand(kind, g, number, place, there, share);
          }
        }
      }
    }
    return one;
  }

  private double[] of(int cell, double[] all) {
    double[] own = new double[all.length / cells];
    for (int k = 0; k < own.length; k++) {
      own[k] = all[k * cells + cell];
    }
    return own;
  }

  /** Lets the only cell go a share of the way from where it stands to given potentials and ions. */
  void stand(
      long atStep,
      double[] toV,
      double[][] toInside,
      double[][] toMidway,
      double[][] toCurrent,
      double share) {
    step = atStep;
    approach(v, toV, share);
    for (int ion = 0; ion < inside.length; ion++) {
      approach(inside[ion], toInside[ion], share);
      approach(insideMidway[ion], toMidway[ion], share);
      approach(ionCurrent[ion], toCurrent[ion], share);
    }
  }

  private static void approach(double[] from, double[] to, double share) {
    for (int i = 0; i < from.length; i++) {
      from[i] = share == 1 ? to[i] : from[i] + share * (to[i] - from[i]);
    }
  }

  /** The same for what a mechanism keeps. */
  void stand(MechanismKind kind, int group, int number, int place, double to, double share) {
    double[] kept = groups(kind).get(group).kept[number];
    kept[place] = share == 1 ? to : kept[place] + share * (to - kept[place]);
  }

  @Override
  public void restart(CellDraws newDraws) {
    draws = newDraws;
    step = 0;
    Arrays.fill(v, plan.cell().initialMv());
    for (int ion = 0; ion < inside.length; ion++) {
      String name = plan.pooledIons().get(ion);
      Arrays.fill(inside[ion], plan.cell().ion(name).orElseThrow().concentration().insideMm());
    }
    int slot = 0;
    for (GroupState pool : pools) {
      pool.restart(this::lookUp, draws, slot, plan.places());
      slot += pool.group.places();
      takeInside(pool);
    }
    for (int ion = 0; ion < inside.length; ion++) {
      System.arraycopy(inside[ion], 0, insideMidway[ion], 0, v.length);
      System.arraycopy(inside[ion], 0, insideBefore[ion], 0, v.length);
    }
    for (List<GroupState> groups : List.of(channels, receptors)) {
      for (GroupState each : groups) {
        each.restart(this::lookUp, draws, slot, plan.places());
        slot += each.group.places();
      }
    }
  }

  @Override
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

  @Override
  public void arrive(int receptor, int place, int cell, double weight) {
    receptors.get(receptor).arrived[place * cells + cell] += weight;
  }

  @Override
  public void step(double[] push, double @Nullable [] held) {
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
    tree.addFlow(v, into);
    if (held != null) {
      hold(held);
    }
    tree.solve(diagonal, into);
    concentrations();
    int output = plan.outputNode() * cells;
    System.arraycopy(v, output, outputBefore, 0, cells);
    for (int i = 0; i < v.length; i++) {
      v[i] += 2 * into[i];
    }
    tree.settle(v);
    if (held != null) {
      for (int i = 0; i < v.length; i++) {
        v[i] = Double.isNaN(held[i]) ? v[i] : held[i];
      }
    }
    step++;
  }

  /** Ties nodes to where they are held, so tightly that nothing moves them. */
  private void hold(double[] held) {
    for (int i = 0; i < held.length; i++) {
      if (!Double.isNaN(held[i])) {
        diagonal[i] += TIGHT_NS;
        into[i] += TIGHT_NS * (held[i] - v[i]) / 2;
      }
    }
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
        to[nodes[k] * cells + c] = pool.kept(state, k, c);
      }
    }
  }

  @Override
  public boolean fired(int cell) {
    double threshold = plan.cell().output().thresholdMv();
    return outputBefore[cell] < threshold && v[plan.outputNode() * cells + cell] >= threshold;
  }

  @Override
  public double potentialMv(int node, int cell) {
    return v[node * cells + cell];
  }

  @Override
  public double insideMm(int pooledIon, int node, int cell) {
    return inside[pooledIon][node * cells + cell];
  }

  @Override
  public double kept(MechanismKind kind, int group, int number, int place, int cell) {
    return groups(kind).get(group).kept(number, place, cell);
  }

  private List<GroupState> groups(MechanismKind kind) {
    return switch (kind) {
      case CHANNELS -> channels;
      case RECEPTORS -> receptors;
      case POOLS -> pools;
    };
  }
}
