/** Shares that are known by hand. */
@NullMarked
package org.hillock.lab.shapley;

import org.jspecify.annotations.NullMarked;
