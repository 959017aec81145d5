package org.hillock.cell;

import java.util.List;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.Cell;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.wiring.Parameters;
import org.hillock.spiking.parted.PartedLowering;
import org.hillock.spiking.parted.PartedPopulation;

/** Lowers populations of cells with parts; found by the engines of networks as a service. */
public final class CellLowering implements PartedLowering {

  @Override
  public PartedPopulation lower(Network network, Population population, double stepMs) {
    String path = "populations." + population.name();
    Cell cell =
        population
            .model()
            .cell()
            .orElseThrow(() -> new UsageException(path, "its neurons have no parts"));
    CellPlan plan = CellPlan.of(cell, stepMs);
    FirstCellStep.check(path, plan);
    return new CellPopulation(
        plan,
        Parameters.bias(network, population),
        List.copyOf(network.populations().keySet()).indexOf(population.name()));
  }
}
