/** Networks updated in any order. */
@NullMarked
package org.hillock.lab.axis.order;

import org.jspecify.annotations.NullMarked;
