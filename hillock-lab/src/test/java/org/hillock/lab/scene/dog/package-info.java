/** Tests of {@code lab.scene.dog}. */
@NullMarked
package org.hillock.lab.scene.dog;

import org.jspecify.annotations.NullMarked;
