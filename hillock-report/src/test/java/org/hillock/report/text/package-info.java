/** What is told in the terminal. */
@NullMarked
package org.hillock.report.text;

import org.jspecify.annotations.NullMarked;
