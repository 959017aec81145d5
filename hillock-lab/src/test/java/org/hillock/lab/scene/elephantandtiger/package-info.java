/** Tests of {@code lab.scene.elephantandtiger}. */
@NullMarked
package org.hillock.lab.scene.elephantandtiger;

import org.jspecify.annotations.NullMarked;
