/**
 * How much of a cell is a sum: what arrived at its synapses against what it did, predicted by one
 * weighted sum with a nonlinearity and by small networks.
 *
 * <p>The question is that of Poirazi, Brannon and Mel 2003 (doi 10.1016/S0896-6273(03)00149-1), who
 * found a pyramidal cell to be a network of two layers, and of Beniaguev, Segev and London 2021
 * (doi 10.1016/j.neuron.2021.07.002), who counted the layers of one that imitates it.
 */
@NullMarked
package org.hillock.lab.summation;

import org.jspecify.annotations.NullMarked;
