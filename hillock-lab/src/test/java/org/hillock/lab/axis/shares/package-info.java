/** Shares of a decision where they are known beforehand. */
@NullMarked
package org.hillock.lab.axis.shares;

import org.jspecify.annotations.NullMarked;
