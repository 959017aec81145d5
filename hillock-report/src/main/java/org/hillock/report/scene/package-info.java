/** The nerve cell as it is shown: its figures, its numbers, and what is told of them. */
@NullMarked
package org.hillock.report.scene;

import org.jspecify.annotations.NullMarked;
