/** Commands run in this process, and what they say and leave behind. */
@NullMarked
package org.hillock.app;

import org.jspecify.annotations.NullMarked;
