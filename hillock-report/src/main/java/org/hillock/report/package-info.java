/** See the module's description. */
@NullMarked
package org.hillock.report;

import org.jspecify.annotations.NullMarked;
