/** How output files come to be: whole or not at all. */
@NullMarked
package org.hillock.formats.files;

import org.jspecify.annotations.NullMarked;
