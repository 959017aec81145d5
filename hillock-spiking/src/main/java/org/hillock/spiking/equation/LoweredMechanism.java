package org.hillock.spiking.equation;

/**
 * A mechanism as a kernel needs it: one program for all the places where it stands. After a step
 * the numbers kept of its states are followed by its {@link Outcome}s. All numbers are in coherent
 * units.
 *
 * @param program of a step
 * @param coefficients by coefficient and place; of each place alone where {@code width} is 1
 * @param width how many places the coefficients tell apart: all, or 1
 * @param states how many; outcomes stand behind them in what is kept
 * @param shift by state and place told apart: what is added to a kept number to give the value
 */
public record LoweredMechanism(
    StepProgram program, double[][] coefficients, int width, int states, double[][] shift) {}
