/** Sources of chance found and taken out. */
@NullMarked
package org.hillock.lab.axis.noise;

import org.jspecify.annotations.NullMarked;
