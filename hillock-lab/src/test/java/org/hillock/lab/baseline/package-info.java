/** Plain methods, judged by plainer ones. */
@NullMarked
package org.hillock.lab.baseline;

import org.jspecify.annotations.NullMarked;
