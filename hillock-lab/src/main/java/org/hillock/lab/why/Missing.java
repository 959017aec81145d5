package org.hillock.lab.why;

import org.hillock.core.session.SiteRef;

/**
 * A neuron that would have helped and was silent.
 *
 * @param source the neuron
 * @param through the projection or graph node
 * @param weight of its synapses there, added up
 * @param unit of the weight; empty for plain numbers
 * @param carried what it sent, which did not help; 0 for nothing
 */
public record Missing(SiteRef source, String through, double weight, String unit, double carried) {}
