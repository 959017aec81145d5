/** See the module's description. */
@NullMarked
package org.hillock.app;

import org.jspecify.annotations.NullMarked;
