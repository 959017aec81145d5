/** How output files come to be: whole or not at all. */
@NullMarked
package org.hillock.core.files;

import org.jspecify.annotations.NullMarked;
