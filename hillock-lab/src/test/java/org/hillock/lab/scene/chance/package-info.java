/** The scene of chance. */
@NullMarked
package org.hillock.lab.scene.chance;

import org.jspecify.annotations.NullMarked;
