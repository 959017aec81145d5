/** Tests of what is told of scenes. */
@NullMarked
package org.hillock.report.scene;

import org.jspecify.annotations.NullMarked;
