package org.hillock.cell;

import java.util.List;
import org.hillock.cell.cable.Cable;
import org.hillock.cell.cable.Cable.MechanismKind;
import org.hillock.cell.cable.CableState;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;
import org.hillock.core.cell.Place;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.problem.UsageException;

/**
 * Tries the first step of a cell before it runs, so that it does not begin with what is no number.
 */
final class FirstCellStep {

  private FirstCellStep() {}

  /**
   * Tries it.
   *
   * @param path of the population
   * @throws UsageException with the mechanism, its place, and the state or current that is no
   *     number
   */
  static void check(String path, CellPlan plan) {
    Cable cable = new CableState(plan, 1);
    look(path, plan, cable, "starts at", false);
    cable.step(new double[plan.grid().size()], null);
    look(path, plan, cable, "in the first step becomes", true);
  }

  private static void look(String path, CellPlan plan, Cable cable, String how, boolean currents) {
    look(path, plan, cable, MechanismKind.POOLS, plan.pools(), how, false);
    look(path, plan, cable, MechanismKind.CHANNELS, plan.channels(), how, currents);
    look(path, plan, cable, MechanismKind.RECEPTORS, plan.receptors(), how, currents);
  }

  private static void look(
      String path,
      CellPlan plan,
      Cable cable,
      MechanismKind kind,
      List<Group> groups,
      String how,
      boolean currents) {
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      int numbers = group.step().states() + (currents ? 1 : 0);
      for (int place = 0; place < group.places(); place++) {
        for (int k = 0; k < numbers; k++) {
          double value = cable.kept(kind, g, k, place, 0);
          if (!Double.isFinite(value)) {
            List<NeuronEquations.State> states = group.text().equations().states();
            String what = k < states.size() ? "'" + states.get(k).name() + "'" : "its current";
            throw new UsageException(
                path,
                "'"
                    + group.text().name()
                    + "' at "
                    + place(plan, group.nodes()[place])
                    + ": "
                    + what
                    + " "
                    + how
                    + " "
                    + value
                    + "; is something divided by 0?");
          }
        }
      }
    }
  }

  private static Place place(CellPlan plan, int node) {
    String section = plan.grid().morphology().section(plan.grid().section(node)).name();
    return new Place(section, Math.rint(plan.grid().position(node) * 1e4) / 1e4);
  }
}
