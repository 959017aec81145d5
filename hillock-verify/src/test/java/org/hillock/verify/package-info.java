@NullMarked
package org.hillock.verify;

import org.jspecify.annotations.NullMarked;
