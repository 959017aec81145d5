/** Spiking twins beside the networks that they were made of. */
@NullMarked
package org.hillock.lab.convert;

import org.jspecify.annotations.NullMarked;
