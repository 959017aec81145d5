/** The page of a comparison: one file, no script, nothing loaded from elsewhere. */
@NullMarked
package org.hillock.report.html;

import org.jspecify.annotations.NullMarked;
