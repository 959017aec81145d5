/** Images that a scene can make by itself, so that it needs no data beside it. */
@NullMarked
package org.hillock.lab.scene.images;

import org.jspecify.annotations.NullMarked;
