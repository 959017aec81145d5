/**
 * What is wrong with a network: silent, runaway, saturated, dead, oscillating, synchronous and
 * duplicated populations, each with how it was measured, the cause in the network's own names, and
 * what would change it, tried.
 *
 * <p>Start with {@link org.hillock.lab.diagnosis.Examination}. May use: core, bench, analysis,
 * activity.
 */
@NullMarked
package org.hillock.lab.diagnosis;

import org.jspecify.annotations.NullMarked;
