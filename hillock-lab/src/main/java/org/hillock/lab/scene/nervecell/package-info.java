/** The nerve cell with its parts: what makes it fire, and what makes it all or nothing. */
@NullMarked
package org.hillock.lab.scene.nervecell;

import org.jspecify.annotations.NullMarked;
