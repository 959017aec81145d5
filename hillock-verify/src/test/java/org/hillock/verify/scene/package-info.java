/** The network files of the scenes. */
@NullMarked
package org.hillock.verify.scene;

import org.jspecify.annotations.NullMarked;
