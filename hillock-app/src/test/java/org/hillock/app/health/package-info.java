/** Tests of the package of the same name. */
@NullMarked
package org.hillock.app.health;

import org.jspecify.annotations.NullMarked;
