/** Plain methods beside which a network has to stand. */
@NullMarked
package org.hillock.lab.baseline;

import org.jspecify.annotations.NullMarked;
