package org.hillock.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellSite;
import org.hillock.core.cell.GapJunction;
import org.hillock.core.cell.SynapseSite;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.quantity.Dimension;

/** Makes neuron models of cells with parts. */
public final class CellModels {

  private static final Variable SPIKES =
      new Variable("spikes", "", "1 in a step in which the cell fires");

  private CellModels() {}

  /** The model of a cell: its receptors are those of its synapse sites. */
  public static NeuronModel of(Cell cell) {
    return of(cell.name(), cell);
  }

  /** The same under another name than the cell's own. */
  public static NeuronModel of(String name, Cell cell) {
    List<Receptor> receptors = new ArrayList<>();
    for (SynapseSite site : cell.synapses()) {
      NeuronText.Receptor r = site.mechanism().receptors().getFirst();
      receptors.add(
          new Receptor(
              site.name(),
              Receptor.Sign.valueOf(r.sign().name()),
              site.name(),
              site.name(),
              r.weight()));
    }
    for (GapJunction gap : cell.gaps()) {
      String port = gap.name();
      receptors.add(new Receptor(port, Receptor.Sign.AS_GIVEN, port, port, Dimension.CONDUCTANCE));
    }
    return new NeuronModel(
        name,
        NeuronModel.Family.SPIKING,
        "A cell with parts: "
            + cell.morphology().size()
            + (cell.morphology().size() == 1 ? " section" : " sections")
            + (cell.about().isEmpty() ? "" : ". " + cell.about()),
        "",
        List.of(),
        receptors,
        List.of(SPIKES, new Variable("v", "mV", "potential in the middle of " + cell.bodyPlace())),
        Optional.of(Dimension.CURRENT),
        Optional.empty(),
        Optional.of(cell));
  }

  /**
   * What is recorded at a place of a cell.
   *
   * @throws org.hillock.core.problem.UsageException where there is no such place, or nothing of
   *     that name there
   */
  public static Variable variable(Cell cell, String wanted) {
    CellSite site = CellSite.of(cell, wanted);
    return new Variable(wanted, site.unit().symbol(), site.meaning());
  }
}
