/** Whether this machine has what Hillock needs. */
@NullMarked
package org.hillock.app.health;

import org.jspecify.annotations.NullMarked;
