package org.hillock.core.equation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;

/**
 * A neuron as a text describes it: its equations, and what stands around them.
 *
 * @param name of the neuron
 * @param about in a sentence or two; may be empty
 * @param doi of the paper it comes from, or empty
 * @param parameters in the order of the text
 * @param receptors in the order of the text, each under one name
 * @param equations checked
 */
public record NeuronText(
    String name,
    String about,
    String doi,
    List<Parameter> parameters,
    List<Receptor> receptors,
    NeuronEquations equations) {

  public NeuronText {
    parameters = List.copyOf(parameters);
    receptors = List.copyOf(receptors);
  }

  /** Which values a parameter may take. */
  public enum Range {
    ANY,
    POSITIVE,
    NOT_NEGATIVE
  }

  /** What a receptor does with a weight: leaves its sign, or adds or subtracts a magnitude. */
  public enum Sign {
    AS_GIVEN,
    EXCITES,
    INHIBITS;

    private static final List<String> EXCITING =
        List.of("excitatory", "ampa", "nmda", "nicotinic", "glutamate");
    private static final List<String> INHIBITING =
        List.of("inhibitory", "gaba", "gaba_a", "gaba_b", "glycine");

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a receptor of that name does where nothing is said. */
    static Sign named(String receptor) {
      String lower = receptor.toLowerCase(Locale.ROOT);
      if (EXCITING.contains(lower)) {
        return EXCITES;
      }
      return INHIBITING.contains(lower) ? INHIBITS : AS_GIVEN;
    }
  }

  /** A number of the neuron that a network may set. */
  public record Parameter(String name, Quantity standard, Range range, String meaning) {}

  /**
   * A name under which synapses end on the neuron.
   *
   * @param port the event port, input or coupling that weights of at least 0, or after the
   *     receptor's sign at least 0, go to
   * @param portBelow0 the one that weights below 0 go to
   * @param weight what a weight measures
   */
  public record Receptor(
      String name, Sign sign, String port, String portBelow0, Dimension weight) {}

  /**
   * Reads a text that names its neuron.
   *
   * @param source how messages name the text, such as its file
   * @throws UsageException with source, line and what is wrong
   */
  public static NeuronText read(String source, String text) {
    return TextChecker.check(source, Optional.empty(), text);
  }

  /**
   * Reads a text whose neuron is named outside; the text may name it too.
   *
   * @param source how messages name the text
   * @throws UsageException with source, line and what is wrong
   */
  public static NeuronText read(String source, String name, String text) {
    return TextChecker.check(source, Optional.of(name), text);
  }
}
