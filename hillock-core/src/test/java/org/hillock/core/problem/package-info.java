@NullMarked
package org.hillock.core.problem;

import org.jspecify.annotations.NullMarked;
