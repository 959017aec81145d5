@NullMarked
package org.hillock.lab.plasticity;

import org.jspecify.annotations.NullMarked;
