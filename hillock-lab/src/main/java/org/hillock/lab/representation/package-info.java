/**
 * How alike populations of different networks hold the same images apart: dissimilarity matrices
 * with crossvalidated distances, and the alignment of kernels. Start with {@link
 * org.hillock.lab.representation.Representations}. Sees the network description only through what
 * was recorded of it.
 */
@NullMarked
package org.hillock.lab.representation;

import org.jspecify.annotations.NullMarked;
