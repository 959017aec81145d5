package org.hillock.app.verbs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.cell.Cell;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.yaml.CellYaml;
import org.hillock.formats.yaml.NetworkYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Opens a network's file, or a cell's file as a network of that cell alone. */
final class CellOption {

  private static final String CURRENT = "--current";
  private static final String POPULATION = "cell";

  @Option(
      names = CURRENT,
      paramLabel = "I[,I…]",
      description =
          "of a cell's file (*.cell.yaml): current that flows into the middle of its root all the"
              + " time, such as 200pA; several: a cell for each, and rate against current")
  private @Nullable String current;

  /**
   * Reads one.
   *
   * @throws UsageException where the file is wrong, or the option has no meaning for it
   */
  Network read(Terminal terminal, String verb, String file) {
    Path path = terminal.path(verb, file);
    if (!file.endsWith(CellYaml.ENDING)) {
      if (current != null) {
        throw new UsageException(
            CURRENT
                + ": is for a cell's file (*.cell.yaml); in a network, a population's 'bias' says it");
      }
      return NetworkYaml.read(path);
    }
    Cell cell = CellYaml.read(path);
    NeuronModel model = CellModels.of(cell);
    double[] pa = currents();
    if (pa.length == 0) {
      terminal.say(
          "Nothing drives it; "
              + CURRENT
              + " 200pA lets a current flow into "
              + cell.bodyPlace()
              + ", "
              + CURRENT
              + " 100pA,200pA,300pA into a cell each.");
    }
    return Network.builder(cell.name())
        .provenance(new Provenance(cell.about(), "", List.of()))
        .population(
            POPULATION,
            Math.max(1, pa.length),
            model,
            p ->
                switch (pa.length) {
                  case 0 -> p;
                  case 1 -> p.bias(new Values.Constant(new Quantity(pa[0], Unit.PA)));
                  default -> p.bias(new Values.Listed(Numbers.of(pa), Unit.PA));
                })
        .build();
  }

  private double[] currents() {
    if (current == null) {
      return new double[0];
    }
    List<Double> all = new ArrayList<>();
    for (String one : current.split(",", -1)) {
      try {
        all.add(Quantity.parse(one.strip()).in(Unit.PA));
      } catch (UsageException e) {
        throw new UsageException(CURRENT, String.valueOf(e.getMessage()));
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether cells with parts are among its neurons. */
  static boolean hasCells(Network network) {
    return network.populations().values().stream()
        .map(Population::model)
        .anyMatch(model -> model.cell().isPresent());
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    return current == null ? List.of() : List.of(CURRENT, current);
  }
}
