/**
 * Figures and the report of a comparison: start at {@link org.hillock.report.ComparisonReport}.
 *
 * <p>{@code figure} draws, {@code json} writes the numbers, {@code text} says them, {@code html}
 * makes the page. May use core and lab; opens no window, needs no font of the machine and no
 * network.
 */
@NullMarked
package org.hillock.report;

import org.jspecify.annotations.NullMarked;
