/**
 * Elementary functions for the kernels of neurons, on plain arrays: exponentials, logarithms, tanh,
 * sigmoid, sine, cosine and powers.
 *
 * <p>{@code ScalarFloatFunctions} and {@code ScalarDoubleFunctions} work on one value at a time,
 * {@code VectorFloatFunctions} and {@code VectorDoubleFunctions} on the vectors of the processor,
 * and they give the same bits on every machine, for they do the same operations in the same order:
 * additions, multiplications, divisions, operations on whole numbers and choices between two
 * values; no fused multiply-add, and none of the functions of {@link java.lang.Math}, whose last
 * bits are the machine's. The only bits that are not the same are those that tell one NaN from
 * another.
 *
 * <p>The polynomials are our own: fits by weighted least squares in 200 bits, weighted again until
 * the greatest error was nearly the least possible, with coefficients rounded one after the other
 * and the rest fitted anew.
 */
@NullMarked
package org.hillock.spiking.function;

import org.jspecify.annotations.NullMarked;
