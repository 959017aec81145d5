/** See the module's description. */
@NullMarked
package org.hillock.formats;

import org.jspecify.annotations.NullMarked;
