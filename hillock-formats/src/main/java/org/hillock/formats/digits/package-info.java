/** The handwritten digits that ship inside the product. */
@NullMarked
package org.hillock.formats.digits;

import org.jspecify.annotations.NullMarked;
