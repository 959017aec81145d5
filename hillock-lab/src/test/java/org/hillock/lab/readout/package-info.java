@NullMarked
package org.hillock.lab.readout;

import org.jspecify.annotations.NullMarked;
