package org.hillock.core.session;

import java.util.List;
import java.util.Optional;

/**
 * One neuron cut out of its network at one moment, with everything that had reached it. What
 * reached it can be played to it again, as it was, scaled or left out, term by term; the rest of
 * the network is not run.
 *
 * <p>The sum of a rate neuron is what stands before its nonlinearity; of a spiking neuron it is the
 * potential at the moment asked about, before a reset that takes place then; of a cell with parts
 * the potential at the place asked about; of an element of a graph its value.
 */
public interface IsolatedNeuron {

  /** The neuron and the variable that is explained, one neuron. */
  SiteRef site();

  /** Unit of the sum and of contributions; empty for plain numbers. */
  String unit();

  /** The moment in ms, {@link Double#NaN} without time. */
  double atMs();

  /** The sum as it was in the network. */
  double value();

  /** What the neuron made of the sum: its output value, or 1 where it fired at that moment. */
  double output();

  /**
   * The sum at which it would fire, or above which it puts out more than 0; empty where there is no
   * such edge.
   */
  Optional<Double> threshold();

  /** All that the sum is made of. */
  List<Term> terms();

  /**
   * How much of {@link #value()} each term is, where what each brings adds up independently of the
   * others (the membrane is linear between spikes, the sum is a weighted sum); empty where it does
   * not, and only {@link #play} tells.
   *
   * <p>They add up to the value. Two kinds of term say less of what would be without them than
   * {@link #play} does: without a {@link Term.Kind#MODULATOR} all synapses are scaled anew, and
   * where only the largest of several is passed on, it has all of the contribution, and without it
   * the next one would be.
   */
  Optional<double[]> contributions();

  /**
   * Plays the terms to the neuron again.
   *
   * @param factors one for each term: 1 as it was, 0 left out. Without {@link Term.Kind#HISTORY} it
   *     begins where the neuron itself begins; without {@link Term.Kind#REST} the sum counts from
   *     what it would be without any input
   * @return the sum that results at that moment; the neuron's own spikes until then are kept, and
   *     none is added
   */
  double play(double[] factors);

  /**
   * The same, with the neuron let free: it fires where it reaches its threshold and nowhere else.
   * {@link Term.Kind#REST} counts as 1 here.
   *
   * @return times in ms of the session's time of the spikes that it makes from the beginning of
   *     what was kept on; for a neuron that does not spike, its output as the only entry
   */
  double[] respond(double[] factors);
}
