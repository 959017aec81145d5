@NullMarked
package org.hillock.lab.convert;

import org.jspecify.annotations.NullMarked;
