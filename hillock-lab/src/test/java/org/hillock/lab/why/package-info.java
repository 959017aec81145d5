@NullMarked
package org.hillock.lab.why;

import org.jspecify.annotations.NullMarked;
