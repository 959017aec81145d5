package org.hillock.spiking.modulation;

/** What populations do, as modulators see it. */
public interface Activity {

  /** Spikes that a population made since the start. */
  long spikes(String population);

  /** The mean of the values of a rate population now. */
  double meanValue(String population);
}
