/**
 * The first analyses: what neurons did, put in numbers as the field defines them; the definitions
 * are Elephant's where it has one.
 *
 * <p>Start with {@link org.hillock.lab.analysis.PopulationSigns} for a whole network, or with the
 * measure that is wanted. All times are in ms, all rates and frequencies in Hz. A number that is
 * not defined, such as the variation of intervals of a neuron that fired once, is {@link
 * Double#NaN}. May use: core, bench.
 */
@NullMarked
package org.hillock.lab.analysis;

import org.jspecify.annotations.NullMarked;
