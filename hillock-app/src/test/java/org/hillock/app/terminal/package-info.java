/** Tests of the package of the same name. */
@NullMarked
package org.hillock.app.terminal;

import org.jspecify.annotations.NullMarked;
