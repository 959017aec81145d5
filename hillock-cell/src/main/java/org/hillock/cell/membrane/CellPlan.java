package org.hillock.cell.membrane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.grid.GridBuilder;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.Inserted;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.SynapseSite;
import org.hillock.core.equation.MechanismText;

/**
 * A cell ready to be run: cut into compartments, its mechanisms lowered. Immutable; all cells of a
 * population share one.
 *
 * @param cell what it is of
 * @param grid how it is cut
 * @param capacitancePf by node; 0 where there is no membrane
 * @param channels in the order of the cell's description
 * @param receptors in the order of the cell's description
 * @param pools likewise
 * @param pooledIons those that pools keep count of
 * @param outputNode where spikes are seen
 * @param bodyNode the middle of the root: what is recorded as v, and where currents go that name no
 *     place
 */
public record CellPlan(
    Cell cell,
    Grid grid,
    double stepMs,
    double[] capacitancePf,
    List<Group> channels,
    List<Group> receptors,
    List<Group> pools,
    List<String> pooledIons,
    int outputNode,
    int bodyNode) {

  /** 1 uF/cm² in pF/um². */
  private static final double PF_PER_UM2 = 0.01;

  public CellPlan {
    channels = List.copyOf(channels);
    receptors = List.copyOf(receptors);
    pools = List.copyOf(pools);
    pooledIons = List.copyOf(pooledIons);
  }

  /** Places of all mechanisms together. */
  public int places() {
    return java.util.stream.Stream.of(channels, receptors, pools)
        .flatMap(List::stream)
        .mapToInt(Group::places)
        .sum();
  }

  /**
   * Cuts a cell and lowers what stands in it.
   *
   * @throws org.hillock.core.problem.UsageException where a parameter is out of range at a place,
   *     or the cell has too many compartments
   */
  public static CellPlan of(Cell cell, double stepMs) {
    Grid grid = GridBuilder.cut(cell);
    double[] capacitance = new double[grid.size()];
    Membrane[] membrane = membranes(cell);
    for (int n = 0; n < capacitance.length; n++) {
      double each = membrane[grid.section(n)].capacitanceUfPerCm2();
      capacitance[n] = each * PF_PER_UM2 * grid.areaUm2(n);
    }
    Lowering lowering = new Lowering(cell, grid, stepMs);
    return new CellPlan(
        cell,
        grid,
        stepMs,
        capacitance,
        lowering.inserted(MechanismText.Kind.CHANNEL),
        lowering.synapses(),
        lowering.inserted(MechanismText.Kind.POOL),
        List.copyOf(lowering.ions),
        grid.node("spike.at", cell.output().place()),
        grid.node(0, 0.5));
  }

  private static Membrane[] membranes(Cell cell) {
    Membrane[] by = new Membrane[cell.morphology().size()];
    java.util.Arrays.fill(
        by,
        new Membrane(cell.morphology().section(0).name(), Membrane.CAPACITANCE, Membrane.AXIAL));
    for (Membrane m : cell.membranes()) {
      cell.morphology().region("membrane." + m.region(), m.region()).forEach(s -> by[s] = m);
    }
    return by;
  }

  /** The node with membrane at a place, or next to it where it is the end of a section. */
  public int membraneNode(String path, Place place) {
    return membraneNode(grid, path, place);
  }

  private static int membraneNode(Grid grid, String path, Place place) {
    int section = grid.morphology().number(path, place.section());
    int first = grid.firstNode(section);
    int segment = (int) (place.position() * grid.segments(section));
    return first + Math.min(grid.segments(section) - 1, segment);
  }

  /** Gathers the places of each mechanism. */
  private static final class Lowering {
    private final Cell cell;
    private final Grid grid;
    private final double stepMs;
    private final List<TreeSet<String>> pooled = new ArrayList<>();
    final TreeSet<String> ions = new TreeSet<>();

    Lowering(Cell cell, Grid grid, double stepMs) {
      this.cell = cell;
      this.grid = grid;
      this.stepMs = stepMs;
      for (int s = 0; s < cell.morphology().size(); s++) {
        pooled.add(new TreeSet<>());
      }
      for (Inserted i : cell.inserted()) {
        if (i.mechanism().kind() == MechanismText.Kind.POOL) {
          String ion = i.mechanism().ions().getFirst();
          ions.add(ion);
          cell.morphology().region(i.path(), i.region()).forEach(s -> pooled.get(s).add(ion));
        }
      }
    }

    private record Key(String mechanism, TreeSet<String> pooled) {}

    private GroupCompiler at(Map<Key, GroupCompiler> all, MechanismText m, int section) {
      TreeSet<String> own = new TreeSet<>(pooled.get(section));
      own.retainAll(m.ions());
      return all.computeIfAbsent(
          new Key(m.name() + '\n' + m.equations().text(), own),
          _ -> new GroupCompiler(cell, grid, m, own, stepMs));
    }

    List<Group> inserted(MechanismText.Kind kind) {
      Map<Key, GroupCompiler> all = new LinkedHashMap<>();
      for (Inserted i : cell.inserted()) {
        if (i.mechanism().kind() != kind) {
          continue;
        }
        for (int section : cell.morphology().region(i.path(), i.region())) {
          GroupCompiler group = at(all, i.mechanism(), section);
          for (int k = 0; k < grid.segments(section); k++) {
            group.add(i.path(), grid.firstNode(section) + k, i.parameters(), -1);
          }
        }
      }
      return compiled(all);
    }

    List<Group> synapses() {
      Map<Key, GroupCompiler> all = new LinkedHashMap<>();
      for (int s = 0; s < cell.synapses().size(); s++) {
        SynapseSite site = cell.synapses().get(s);
        for (Place place : site.places()) {
          int node = membraneNode(grid, site.path() + ".at", place);
          at(all, site.mechanism(), grid.section(node))
              .add(site.path(), node, site.parameters(), s);
        }
      }
      return compiled(all);
    }

    private static List<Group> compiled(Map<Key, GroupCompiler> all) {
      return all.values().stream().filter(g -> !g.isEmpty()).map(GroupCompiler::compile).toList();
    }
  }
}
