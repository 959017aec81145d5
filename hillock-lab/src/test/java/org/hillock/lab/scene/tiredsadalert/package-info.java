/** Tests of {@code lab.scene.tiredsadalert}. */
@NullMarked
package org.hillock.lab.scene.tiredsadalert;

import org.jspecify.annotations.NullMarked;
