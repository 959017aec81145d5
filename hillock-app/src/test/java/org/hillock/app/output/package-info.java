/** Tests of the package of the same name. */
@NullMarked
package org.hillock.app.output;

import org.jspecify.annotations.NullMarked;
