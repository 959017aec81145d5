package org.hillock.spiking.equation;

import java.util.Optional;
import org.hillock.core.equation.Method;

/**
 * How a state is taken from one step to the next.
 *
 * @param state its name
 * @param method in words
 * @param why this one
 * @param explicit the explicit method, whose steps must not be too large; empty where it is none
 */
public record Integration(String state, String method, String why, Optional<Method> explicit) {}
