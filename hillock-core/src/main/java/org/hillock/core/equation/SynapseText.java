package org.hillock.core.equation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * How a plastic synapse changes, as a text describes it in the language of neurons: what each
 * presynaptic and each postsynaptic neuron leaves behind, what each synapse keeps, and what happens
 * when a spike arrives, when the target fires, and now and then.
 *
 * <p>{@code w} is the weight as a share of the largest one that the projection allows, a plain
 * number; after each line it is brought back between the projection's bounds.
 *
 * <p><b>Order.</b> The statements of a line are done one after the other, so that {@code x += 1; w
 * -= a*x} reads {@code x} as it has become. Between spikes, states follow their derivatives, each
 * kind for itself: those before the synapse, those behind it, those of the synapse. A spike that
 * arrives at the very time at which the target fires comes after it.
 *
 * @param name of the rule
 * @param about in a sentence or two; may be empty
 * @param doi of the paper it comes from, or empty
 * @param parameters in the order of the text
 * @param before states of each presynaptic neuron, as it is heard at the synapse
 * @param behind states of each postsynaptic neuron
 * @param within states of each synapse, without its weight
 * @param definitions each after those that it needs; where a definition may be read follows from
 *     what it reads
 * @param modulators third factors: levels of the network's modulators
 * @param onPre what an arriving spike does, to states before and within the synapse and to {@code
 *     w}
 * @param onPost what a spike of the target does, to states behind and within the synapse and to
 *     {@code w}
 * @param every what is done at regular times, to states within the synapse and to {@code w}
 * @param send what an arriving spike brings, a share like {@code w}, reckoned when the statements
 *     of {@code on pre} have been done; empty for {@code w} as the spike found it
 * @param text as it was written
 */
public record SynapseText(
    String name,
    String about,
    String doi,
    List<NeuronText.Parameter> parameters,
    List<NeuronEquations.State> before,
    List<NeuronEquations.State> behind,
    List<NeuronEquations.State> within,
    List<NeuronEquations.Definition> definitions,
    List<NeuronEquations.ModulatorRead> modulators,
    List<NeuronEquations.Assignment> onPre,
    List<NeuronEquations.Assignment> onPost,
    List<Every> every,
    Optional<Expression> send,
    String text) {

  /** How a text names the side from which spikes arrive. */
  public static final String PRE = "pre";

  /** How a text names the side of the target. */
  public static final String POST = "post";

  public SynapseText {
    parameters = List.copyOf(parameters);
    before = List.copyOf(before);
    behind = List.copyOf(behind);
    within = List.copyOf(within);
    definitions = List.copyOf(definitions);
    modulators = List.copyOf(modulators);
    onPre = List.copyOf(onPre);
    onPost = List.copyOf(onPost);
    every = List.copyOf(every);
  }

  /**
   * What is done to all synapses at regular times.
   *
   * @param interval a time from parameters, rounded to whole steps
   * @param totals sums over the synapses that end at the same neuron, known to the statements by
   *     their names; each is reckoned before any statement is done
   * @param statements one after the other
   * @param line of the text, from 1
   */
  public record Every(
      Expression interval,
      List<Total> totals,
      List<NeuronEquations.Assignment> statements,
      int line) {
    public Every {
      totals = List.copyOf(totals);
      statements = List.copyOf(statements);
    }
  }

  /**
   * A sum over all synapses of the projection that end at the same neuron.
   *
   * @param unit coherent
   */
  public record Total(String name, Unit unit, Expression of) {}

  /**
   * Reads a text that names its synapse.
   *
   * @param source how messages name the text, such as its file
   * @throws org.hillock.core.problem.UsageException with source, line and what is wrong
   */
  public static SynapseText read(String source, String text) {
    return SynapseChecker.check(source, Optional.empty(), text);
  }

  /**
   * Reads a text whose synapse is named outside; the text may name it too.
   *
   * @param source how messages name the text
   * @throws org.hillock.core.problem.UsageException with source, line and what is wrong
   */
  public static SynapseText read(String source, String name, String text) {
    return SynapseChecker.check(source, Optional.of(name), text);
  }

  /** The parameter of that name. */
  public Optional<NeuronText.Parameter> parameter(String wanted) {
    return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
  }

  /**
   * Values of all parameters in coherent units, in the order of the text.
   *
   * @param given instead of the standard ones, by name
   */
  public double[] values(Map<String, Quantity> given) {
    return parameters.stream().mapToDouble(p -> value(p, given)).toArray();
  }

  /** The same by name. */
  public Map<String, Double> named(Map<String, Quantity> given) {
    Map<String, Double> all = new LinkedHashMap<>();
    parameters.forEach(p -> all.put(p.name(), value(p, given)));
    return all;
  }

  private static double value(NeuronText.Parameter p, Map<String, Quantity> given) {
    Quantity value = given.getOrDefault(p.name(), p.standard());
    return value.in(Unit.coherent(p.standard().unit().dimension()));
  }

  /**
   * Whether states move as sums of each other times what does not change, and so exactly.
   *
   * @param states those of one side, or those of the synapse
   */
  public boolean linear(List<NeuronEquations.State> states) {
    Set<String> changing = new HashSet<>();
    states.forEach(s -> changing.add(s.name()));
    SynapseReads reads = new SynapseReads(definitions);
    return states.stream()
        .flatMap(s -> s.derivative().stream())
        .allMatch(d -> reads.linear(d, changing));
  }

  /**
   * Where expressions of this synapse have values and slopes.
   *
   * @param names parameters, states, modulators, {@code w}, {@code dt} and sums, in coherent units;
   *     what is left out is 0
   */
  public StartingPoint at(Map<String, Double> names) {
    return new StartingPoint(
        new NeuronEquations(
            text,
            List.of(),
            definitions,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        names);
  }
}
