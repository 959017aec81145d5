package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.cell.Cell;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.quantity.Dimension;

/**
 * What one neuron of a population is: its family, parameters, receptors and what can be recorded of
 * it.
 *
 * @param name as in a network file, such as {@code lif-delta} or {@code relu}
 * @param family how it speaks to others
 * @param meaning in one sentence, with its equation
 * @param doi of the paper it comes from, or empty
 * @param parameters in the order of the documentation
 * @param receptors the input ports; the first is used where a projection names none
 * @param variables what can be recorded, the main output first
 * @param biasDimension what a bias measures, empty where it takes none
 * @param equations what a text says of it; empty for a model that engines know by its name
 * @param cell the cell with parts that it is; empty for a point
 */
public record NeuronModel(
    String name,
    Family family,
    String meaning,
    String doi,
    List<ParameterSpec> parameters,
    List<Receptor> receptors,
    List<Variable> variables,
    Optional<Dimension> biasDimension,
    Optional<NeuronEquations> equations,
    Optional<Cell> cell) {

  public NeuronModel {
    parameters = List.copyOf(parameters);
    receptors = List.copyOf(receptors);
    variables = List.copyOf(variables);
  }

  /** A model that engines know by its name. */
  public NeuronModel(
      String name,
      Family family,
      String meaning,
      String doi,
      List<ParameterSpec> parameters,
      List<Receptor> receptors,
      List<Variable> variables,
      Optional<Dimension> biasDimension) {
    this(
        name,
        family,
        meaning,
        doi,
        parameters,
        receptors,
        variables,
        biasDimension,
        Optional.empty(),
        Optional.empty());
  }

  /** How a neuron speaks to others. */
  public enum Family {
    /** Its output is a number. */
    RATE,
    /** Its output is spikes. */
    SPIKING,
    /** It makes spikes and takes no synapses. */
    SOURCE,
    /**
     * It is an element of a value of a foreign graph: a number that some operator makes. Its
     * populations bear the names that they have there.
     */
    VALUE
  }

  /**
   * An input port. The sign belongs here, not to the transmitter.
   *
   * @param sign what the port does with a weight: as it is, added (weights at least 0), subtracted
   *     (weights at least 0)
   * @param port name of the state variable that an arriving spike adds its weight to, where the
   *     weight, with the receptor's sign, is at least 0; for a model with equations, name of the
   *     event port, input or coupling
   * @param portBelow0 the same where it is below 0; for most models the same variable
   * @param weight what a weight measures
   */
  public record Receptor(String name, Sign sign, String port, String portBelow0, Dimension weight) {
    /** What a port does with a weight. */
    public enum Sign {
      AS_GIVEN,
      EXCITES,
      INHIBITS
    }
  }

  /**
   * Something that can be recorded of a neuron.
   *
   * @param unit of its values; empty for a plain number
   */
  public record Variable(String name, String unit, String meaning) {}

  public Optional<ParameterSpec> parameter(String wanted) {
    return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
  }

  public Optional<Receptor> receptor(String wanted) {
    return receptors.stream().filter(r -> r.name().equals(wanted)).findFirst();
  }

  /** The listed variable of that name; what stands at places of a cell is not listed. */
  public Optional<Variable> variable(String wanted) {
    return variables.stream().filter(v -> v.name().equals(wanted)).findFirst();
  }

  /** Whether synapses may end on it. */
  public boolean takesSynapses() {
    return !receptors.isEmpty();
  }
}
