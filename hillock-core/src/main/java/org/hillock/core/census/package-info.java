/**
 * What is counted in a network, and how: neurons, synapses, parameters, multiply-adds.
 *
 * <p>An {@link org.hillock.core.census.Architecture} is named layers of {@link
 * org.hillock.core.census.Operator}s with their dimensions and nothing else; a {@link
 * org.hillock.core.census.Census} counts it under {@link org.hillock.core.census.Definitions},
 * which say what people differ about. All arithmetic is exact: whole numbers up to 2^63 - 1, beyond
 * which the layer is named in a message.
 */
@NullMarked
package org.hillock.core.census;

import org.jspecify.annotations.NullMarked;
