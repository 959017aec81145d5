/** Numbers and comparisons as people read them: on a page, in a figure, in a terminal. */
@NullMarked
package org.hillock.report.text;

import org.jspecify.annotations.NullMarked;
