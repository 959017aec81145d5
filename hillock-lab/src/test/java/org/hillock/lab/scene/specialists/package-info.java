/** The scene, its controls, several seeds. */
@NullMarked
package org.hillock.lab.scene.specialists;

import org.jspecify.annotations.NullMarked;
