/** See the module's description. */
@NullMarked
package org.hillock.spiking;

import org.jspecify.annotations.NullMarked;
