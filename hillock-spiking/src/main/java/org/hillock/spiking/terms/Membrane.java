package org.hillock.spiking.terms;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one neuron makes of what reaches it, from the state on that it had when its ledger began;
 * immutable, and walked as often as is wanted.
 */
public sealed interface Membrane permits EquationMembrane, SumMembrane, PartedMembrane {

  /** How many sums it takes. */
  int slots();

  /** Its own bias; 0 where there is none. */
  double bias();

  /** Whether it makes spikes. */
  boolean fires();

  /** Whether random numbers are drawn in it. */
  boolean draws();

  /** The value that is explained, at the beginning; NaN where there is no such state. */
  double startingFrom(Explained what);

  /** Whether what it explains hangs on anything but the last step. */
  boolean remembers();

  /** Goes from the beginning. */
  Walk walk(Explained what, Share own);

  /**
   * What 1 of everything has become.
   *
   * @return empty where that hangs on what else is there
   */
  Optional<Slopes> slopes(Explained what, Window window);

  /**
   * Which of its variables is explained.
   *
   * @param name as in a site
   */
  record Explained(String name) {}

  /** How much there is of what belongs to the neuron itself; 1 as it was. */
  record Share(double bias, double held, double noise, double history) {
    static final Share ALL = new Share(1, 1, 1, 1);
  }

  /** When the neuron fires. */
  enum Firing {
    /** Where its own condition holds. */
    BY_ITSELF,
    /** At the end of this step. */
    NOW,
    /** Not in this step. */
    NOT_NOW
  }

  /** The steps that are asked about. */
  interface Window {
    long begin();

    long end();

    /** What stands around the neuron in a step. */
    Surroundings around(long n);

    boolean fires(long n);
  }

  /** A neuron on its way. */
  interface Walk {

    /** One of its states at the beginning of the next step, as others see it. */
    double state(String name);

    /**
     * Goes through a step.
     *
     * @param sums what arrives, by slot
     * @return whether it fired
     */
    boolean step(long n, double[] sums, Surroundings around, Firing firing);

    /** What is explained, at the end of the last step and before a reset that takes place then. */
    double value();

    /** What it sent at the end of the last step; for a neuron that fires, 1 where it did. */
    double output();

    /** The value at which it would have fired at the end of the last step. */
    OptionalDouble threshold();
  }
}
