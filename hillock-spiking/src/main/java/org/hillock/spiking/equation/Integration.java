package org.hillock.spiking.equation;

/**
 * How a state is taken from one step to the next.
 *
 * @param state its name
 * @param method in words
 * @param why this one
 */
public record Integration(String state, String method, String why) {}
