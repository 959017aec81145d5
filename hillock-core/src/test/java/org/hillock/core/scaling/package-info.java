@NullMarked
package org.hillock.core.scaling;

import org.jspecify.annotations.NullMarked;
