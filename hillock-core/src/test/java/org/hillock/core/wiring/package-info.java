@NullMarked
package org.hillock.core.wiring;

import org.jspecify.annotations.NullMarked;
