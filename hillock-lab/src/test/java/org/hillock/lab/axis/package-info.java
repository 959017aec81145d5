@NullMarked
package org.hillock.lab.axis;

import org.jspecify.annotations.NullMarked;
