/** Networks held side by side: what is asked of each, and what came out. */
@NullMarked
package org.hillock.lab.comparison;

import org.jspecify.annotations.NullMarked;
