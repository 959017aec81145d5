/**
 * What a network does while it runs, watched from outside: whether it runs away, and what drives
 * it.
 *
 * <p>Start with {@link org.hillock.lab.activity.RunawayGuard}. May use: core.
 */
@NullMarked
package org.hillock.lab.activity;

import org.jspecify.annotations.NullMarked;
