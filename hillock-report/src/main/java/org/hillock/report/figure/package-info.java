/**
 * Figures as small immutable lists of marks, written as SVG or PNG.
 *
 * <p>A {@link org.hillock.report.figure.Drawable} lays itself out for a width and gives a {@link
 * org.hillock.report.figure.Figure}; that is a list of {@link org.hillock.report.figure.Mark}s
 * whose colours are roles ({@link org.hillock.report.figure.Ink}), so that one drawing serves light
 * pages, dark pages and paper. Lengths are in px of the SVG, the origin is top left.
 */
@NullMarked
package org.hillock.report.figure;

import org.jspecify.annotations.NullMarked;
