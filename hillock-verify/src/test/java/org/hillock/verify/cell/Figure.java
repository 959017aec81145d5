package org.hillock.verify.cell;

/**
 * How far a run is off.
 *
 * @param what was compared, with its unit
 * @param off how far Hillock is off
 * @param neuronOff how far NEURON is off at the same step; NaN where that was not noted
 */
record Figure(String what, double off, double neuronOff) {}
