/** Tests of the scene of streams. */
@NullMarked
package org.hillock.lab.scene.stream;

import org.jspecify.annotations.NullMarked;
