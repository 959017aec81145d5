package org.hillock.spiking.equation;

/**
 * Neurons, all alike, that are nothing but a potential u and a drive g: u(t + dt) = decay·u +
 * fromG·g, g(t + dt) = decayG·g; both count from rest, a spike empties both, and both are held
 * while the neuron is refractory. Such neurons can be told by two exponentials, so that nothing
 * need be done between arrivals.
 *
 * @param push what 1 of added bias adds to u in a step
 * @param threshold the least u that fires
 * @param portOfDrive number of the port that adds to g; -1 where none does
 * @param portOfPotential the same of u
 */
public record TwoModes(
    double decay,
    double decayG,
    double fromG,
    double push,
    double threshold,
    int refractorySteps,
    int portOfDrive,
    int portOfPotential) {}
