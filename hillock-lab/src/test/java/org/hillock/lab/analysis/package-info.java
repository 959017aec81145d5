/** Tests of analyses. */
@NullMarked
package org.hillock.lab.analysis;

import org.jspecify.annotations.NullMarked;
