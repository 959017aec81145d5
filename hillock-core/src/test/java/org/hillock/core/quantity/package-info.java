@NullMarked
package org.hillock.core.quantity;

import org.jspecify.annotations.NullMarked;
