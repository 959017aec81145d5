package org.hillock.cell.cable;

import java.util.ArrayList;
import java.util.List;
import org.hillock.cell.membrane.CellPlan;
import org.jspecify.annotations.Nullable;

/** Cells one after the other, each done plainly: the twin that judges {@link CableState}. */
public final class PlainCables implements Cable {

  private final List<PlainCell> all = new ArrayList<>();
  private final CellPlan plan;
  private final int nodes;
  private CellDraws draws = CellDraws.UNSEEDED;

  /** Cells of one plan at their start. */
  public PlainCables(CellPlan plan, int cells) {
    this.plan = plan;
    nodes = plan.grid().size();
    for (int c = 0; c < cells; c++) {
      all.add(new PlainCell(plan));
    }
  }

  /** Goes on as {@link CableState} does, to the same bits and faster. */
  @Override
  public Cable alone(int cell, double share) {
    CableState one = new CableState(plan, 1);
    one.restart(draws.of(cell));
    if (share != 0) {
      all.get(cell).lead(one, share);
    }
    return one;
  }

  @Override
  public int cells() {
    return all.size();
  }

  @Override
  public void restart(CellDraws newDraws) {
    draws = newDraws;
    for (int c = 0; c < all.size(); c++) {
      all.get(c).restart(draws.of(c));
    }
  }

  @Override
  public void arrive(int receptor, int place, int cell, double weight) {
    all.get(cell).arrive(receptor, place, weight);
  }

  @Override
  public void step(double[] push, double @Nullable [] held) {
    for (int c = 0; c < all.size(); c++) {
      double[] own = new double[nodes];
      double[] at = new double[nodes];
      for (int n = 0; n < nodes; n++) {
        own[n] = push[n * all.size() + c];
        at[n] = held == null ? Double.NaN : held[n * all.size() + c];
      }
      all.get(c).step(own, at);
    }
  }

  @Override
  public boolean fired(int cell) {
    return all.get(cell).fired();
  }

  @Override
  public double potentialMv(int node, int cell) {
    return all.get(cell).potentialMv(node);
  }

  @Override
  public double insideMm(int pooledIon, int node, int cell) {
    return all.get(cell).insideMm(pooledIon, node);
  }

  @Override
  public double kept(MechanismKind kind, int group, int number, int place, int cell) {
    return all.get(cell).kept(kind, group, number, place);
  }
}
