@NullMarked
package org.hillock.cell.membrane;

import org.jspecify.annotations.NullMarked;
