/** The scene, its controls, several seeds. */
@NullMarked
package org.hillock.lab.scene.onewayorround;

import org.jspecify.annotations.NullMarked;
