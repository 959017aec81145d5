package org.hillock.cell.cable;

import java.util.List;
import java.util.OptionalDouble;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;

/**
 * How a cell answers small, steady currents at its start, while its gates stand still: what a short
 * look at it tells before anything runs.
 */
public final class StartingMembrane {

  private static final double PA_PER_NA = 1000;

  private final Grid grid;
  private final double[] conductanceNs;

  private StartingMembrane(Grid grid, double[] conductanceNs) {
    this.grid = grid;
    this.conductanceNs = conductanceNs;
  }

  /** Looks at a cell. */
  public static StartingMembrane of(CellPlan plan) {
    Grid grid = plan.grid();
    double[] conductance = new double[grid.size()];
    PlainCables cable = new PlainCables(plan, 1);
    cable.step(new double[grid.size()], null);
    add(plan.channels(), Cable.MechanismKind.CHANNELS, cable, conductance);
    add(plan.receptors(), Cable.MechanismKind.RECEPTORS, cable, conductance);
    return new StartingMembrane(grid, conductance);
  }

  private static void add(
      List<Group> groups, Cable.MechanismKind kind, Cable cable, double[] conductance) {
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      for (int place = 0; place < group.places(); place++) {
        double slope = cable.kept(kind, g, group.slope(), place, 0);
        conductance[group.nodes()[place]] += slope * group.areaUm2()[place];
      }
    }
  }

  /** Slope of the current through a node's membrane against the potential, in nS. */
  public double conductanceNs(int node) {
    return conductanceNs[node];
  }

  /**
   * The steady length constant of a section, in um: of a cylinder as thick and as leaky as it is on
   * average. Empty where its membrane lets nothing pass.
   *
   * @param axialOhmCm resistivity of its inside
   */
  public OptionalDouble lengthConstantUm(int section, double axialOhmCm) {
    double area = 0;
    double conductance = 0;
    double diameter = 0;
    int first = grid.firstNode(section);
    int segments = grid.segments(section);
    for (int node = first; node < first + segments; node++) {
      area += grid.areaUm2(node);
      conductance += conductanceNs[node];
      diameter += grid.diameterUm(node) / segments;
    }
    if (!(conductance > 0)) {
      return OptionalDouble.empty();
    }
    // √(d/(4 R_i g)): um / (ohm·cm · nS/um²) is 10⁵ um²
    return OptionalDouble.of(Math.sqrt(1e5 * diameter / (4 * axialOhmCm * conductance / area)));
  }

  /** Potential at a node for each current there, in MOhm; empty where there is no steady state. */
  public OptionalDouble inputResistanceMOhm(int at) {
    int n = grid.size();
    double[] diagonal = conductanceNs.clone();
    double[] right = new double[n];
    right[at] = PA_PER_NA;
    for (int k = 1; k < n; k++) {
      diagonal[k] += grid.axialNs(k);
      diagonal[grid.parent(k)] += grid.axialNs(k);
    }
    for (int k = n - 1; k > 0; k--) {
      if (!(diagonal[k] > 0)) {
        return OptionalDouble.empty();
      }
      double share = grid.axialNs(k) / diagonal[k];
      diagonal[grid.parent(k)] -= share * grid.axialNs(k);
      right[grid.parent(k)] += share * right[k];
    }
    double[] mv = new double[n];
    // what is left at the root is what leaks; less than rounding is nothing
    if (!(diagonal[0] > 1e-12 * grid.axialNs(1))) {
      return OptionalDouble.empty();
    }
    mv[0] = right[0] / diagonal[0];
    for (int k = 1; k < n; k++) {
      mv[k] = (right[k] + grid.axialNs(k) * mv[grid.parent(k)]) / diagonal[k];
    }
    return OptionalDouble.of(mv[at]);
  }
}
