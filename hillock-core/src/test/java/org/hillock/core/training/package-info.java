@NullMarked
package org.hillock.core.training;

import org.jspecify.annotations.NullMarked;
