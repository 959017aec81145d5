@NullMarked
package org.hillock.spiking.terms;

import org.jspecify.annotations.NullMarked;
