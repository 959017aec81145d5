@NullMarked
package org.hillock.lab.cell;

import org.jspecify.annotations.NullMarked;
