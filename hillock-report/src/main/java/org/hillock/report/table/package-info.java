/** Answers as tables for programs. */
@NullMarked
package org.hillock.report.table;

import org.jspecify.annotations.NullMarked;
