package org.hillock.spiking.equation;

import java.util.List;

/**
 * Something that is reckoned with the states after a step.
 *
 * @param sum definitions that are added up
 * @param slope whether their derivative by the first input is meant instead
 */
public record Outcome(List<String> sum, boolean slope) {
  public Outcome {
    sum = List.copyOf(sum);
  }
}
