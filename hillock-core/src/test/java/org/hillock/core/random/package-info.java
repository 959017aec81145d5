@NullMarked
package org.hillock.core.random;

import org.jspecify.annotations.NullMarked;
