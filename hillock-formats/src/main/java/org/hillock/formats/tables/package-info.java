/** Recordings as CSV and Parquet tables. */
@NullMarked
package org.hillock.formats.tables;

import org.jspecify.annotations.NullMarked;
