@NullMarked
package org.hillock.core.data;

import org.jspecify.annotations.NullMarked;
