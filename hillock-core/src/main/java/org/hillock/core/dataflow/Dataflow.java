package org.hillock.core.dataflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph of operators as it stands: values, and the steps that make them of others. It has no
 * neurons and synapses of its own. What stands for neurons are the elements of its <em>units</em>:
 * values that a step makes, without those that only carry the same numbers on and without sums that
 * one function alone reads.
 *
 * @param inputs names of the values that are given from outside
 * @param outputs names of the values that are given back
 * @param steps in an order in which they can be taken
 * @param units elements for one input, by name of the value, in the order of the steps
 * @param totals what is counted in it
 * @param sources steps that draw at random
 * @param unread why it was not read into a network of neurons and synapses, one sentence without a
 *     full stop for each hindrance; empty where it could be
 */
public record Dataflow(
    List<String> inputs,
    List<String> outputs,
    List<Step> steps,
    Map<String, Integer> units,
    Totals totals,
    List<Source> sources,
    List<String> unread) {

  public Dataflow {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    steps = List.copyOf(steps);
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    sources = List.copyOf(sources);
    unread = List.copyOf(unread);
  }

  /**
   * A node.
   *
   * @param name its own, or its operator and number
   * @param operator such as {@code MatMul}
   * @param reads values that it is made of, those that only its inner graphs read among them;
   *     constants are none
   * @param makes values
   * @param roundAgain whether what it makes in one round goes into the next, within it: loops,
   *     scans and recurrent operators
   */
  public record Step(
      String name, String operator, List<String> reads, List<String> makes, boolean roundAgain) {
    public Step {
      reads = List.copyOf(reads);
      makes = List.copyOf(makes);
    }
  }

  /**
   * What is counted, for one input.
   *
   * @param synapses weights, each as often as it is used
   * @param parameters learnt numbers, biases included
   * @param multiplyAdds products of a weight and a value
   * @param products products of two values
   * @param places rows of weights, each wherever it is used
   * @param rows rows of weights, each once
   * @param complete whether all steps could be counted; else these are lower bounds
   * @param constantBytes bytes that its constants take
   */
  public record Totals(
      long synapses,
      long parameters,
      long multiplyAdds,
      long products,
      long places,
      long rows,
      boolean complete,
      long constantBytes) {}

  /**
   * A step that draws at random.
   *
   * @param name of the step
   * @param operator such as {@code RandomNormalLike}
   * @param steady whether it can be replaced by what it gives on average
   */
  public record Source(String name, String operator, boolean steady) {

    /** A short name, lower case with underscores. */
    public String key() {
      return (operator + "_" + name)
          .toLowerCase(java.util.Locale.ROOT)
          .replaceAll("[^a-z0-9]+", "_");
    }
  }

  /** Elements of all units. */
  public long unitElements() {
    return units.values().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * The most units that lie one behind the other, from an input to an output: as many times follow
   * each other in a pass at the least.
   */
  public int depth() {
    Map<String, Integer> depth = new LinkedHashMap<>();
    int most = 0;
    for (Step step : steps) {
      int before = step.reads().stream().mapToInt(v -> depth.getOrDefault(v, 0)).max().orElse(0);
      for (String value : step.makes()) {
        int at = before + (units.containsKey(value) ? 1 : 0);
        depth.put(value, at);
        most = Math.max(most, at);
      }
    }
    return most;
  }
}
