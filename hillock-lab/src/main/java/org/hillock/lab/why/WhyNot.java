package org.hillock.lab.why;

import java.util.List;
import java.util.Optional;

/**
 * Why a neuron did not fire, or put out nothing above 0. What held it down are the negative causes
 * of the {@link Explanation}.
 *
 * @param gap how far the sum was from its threshold, threshold minus sum, in its unit; empty where
 *     the neuron has no such edge
 * @param missing excitatory sources that were silent, strongest first
 * @param silent how many excitatory sources were silent in all
 * @param remark what else is to be known, such as when it did fire; may be empty
 */
public record WhyNot(Optional<Double> gap, List<Missing> missing, int silent, String remark) {
  public WhyNot {
    missing = List.copyOf(missing);
  }
}
