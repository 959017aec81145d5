/**
 * The scene {@code elephant-and-tiger}: what was seen before bends what is seen now, by cells that
 * tire and by cells that are measured against others; and not at all in a network without memory.
 */
@NullMarked
package org.hillock.lab.scene.elephantandtiger;

import org.jspecify.annotations.NullMarked;
