/**
 * Shapes of nerve cells in SWC files (Cannon et al. 1998, doi 10.1016/S0165-0270(98)00091-0): one
 * sample a line, with its number, type, place, radius and the number of the sample it hangs on.
 *
 * <p>Start at {@link org.hillock.formats.swc.SwcReader}. A file's samples are read ({@code
 * SwcSamples}), checked to be one tree ({@code SwcTree}), given radii that were not measured
 * ({@code SwcRadii}) and kinds ({@code SwcKinds}), and made sections ({@code SwcSections}), with
 * the soma apart ({@code SwcSoma}).
 */
@NullMarked
package org.hillock.formats.swc;

import org.jspecify.annotations.NullMarked;
