@NullMarked
package org.hillock.lab.stdp;

import org.jspecify.annotations.NullMarked;
