/** Tests of the package of the same name. */
@NullMarked
package org.hillock.app.simulation;

import org.jspecify.annotations.NullMarked;
