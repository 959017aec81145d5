@NullMarked
package org.hillock.cell.release;

import org.jspecify.annotations.NullMarked;
