/** From one kind of network to the other. */
@NullMarked
package org.hillock.lab.convert;

import org.jspecify.annotations.NullMarked;
