@NullMarked
package org.hillock.core.transmitter;

import org.jspecify.annotations.NullMarked;
