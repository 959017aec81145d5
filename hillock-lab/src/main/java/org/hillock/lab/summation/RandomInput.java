package org.hillock.lab.summation;

import java.util.stream.DoubleStream;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Random spikes for synapses. Time is cut into periods; in the first part of each, spikes come as
 * Poisson trains, then there is silence. What a branch gets in a period is drawn from an
 * exponential distribution and shared by its synapses, so that a branch can be busy while others
 * are not.
 *
 * @param name for people
 * @param periodMs length of a period
 * @param onMs spikes come so long from a period's start; all of it is steady input
 * @param excitation mean number of spikes at a synapse in a period
 * @param inhibition the same of inhibitory synapses
 */
public record RandomInput(
    String name, double periodMs, double onMs, double excitation, double inhibition) {

  /** The earliest that a spike can arrive. */
  private static final double FROM_MS = 1;

  public RandomInput {
    if (!(periodMs > FROM_MS && onMs > 0 && onMs <= periodMs)) {
      throw new IllegalArgumentException(onMs + " ms of " + periodMs + " ms");
    }
    if (!(excitation > 0 && inhibition >= 0)) {
      throw new IllegalArgumentException(excitation + " and " + inhibition + " spikes");
    }
  }

  /**
   * Arrivals at a synapse, rising.
   *
   * @param source what shares its mean with others: a branch
   * @param synapse with a train of its own
   */
  double[] arrivalsMs(
      long seed, int cell, int source, int synapse, double mean, double durationMs) {
    Draws means = new Draws(seed, Purpose.EXPERIMENT, cell, source);
    Draws train = new Draws(seed, Purpose.TRIAL, cell, synapse);
    DoubleStream.Builder arrivals = DoubleStream.builder();
    double next = train.exponential(); // counted in spikes expected so far
    double passed = 0;
    double shift = onMs < periodMs ? FROM_MS : 0;
    for (double start = 0; start < durationMs; start += periodMs) {
      double here = mean * means.exponential();
      for (; next < passed + here; next += train.exponential()) {
        double at = start + shift + (onMs - shift) * (next - passed) / here;
        if (at >= FROM_MS && at < durationMs) {
          arrivals.add(at);
        }
      }
      passed += here;
    }
    return arrivals.build().toArray();
  }
}
