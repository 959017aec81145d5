@NullMarked
package org.hillock.core.cell;

import org.jspecify.annotations.NullMarked;
