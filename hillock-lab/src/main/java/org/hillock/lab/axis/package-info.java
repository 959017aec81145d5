/**
 * The axes of the comparison, one class each: a question that is put to any network.
 *
 * <p>Start with {@link org.hillock.lab.axis.Axis} and {@link org.hillock.lab.axis.Subject}.
 */
@NullMarked
package org.hillock.lab.axis;

import org.jspecify.annotations.NullMarked;
