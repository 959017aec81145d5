/** The numbers of a comparison for other programs; the schema lies beside as a resource. */
@NullMarked
package org.hillock.report.json;

import org.jspecify.annotations.NullMarked;
