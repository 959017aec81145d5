/** See the module's description. */
@NullMarked
package org.hillock.deep;

import org.jspecify.annotations.NullMarked;
