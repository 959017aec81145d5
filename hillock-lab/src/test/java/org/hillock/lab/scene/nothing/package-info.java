/** Tests of the scene in which nothing comes in. */
@NullMarked
package org.hillock.lab.scene.nothing;

import org.jspecify.annotations.NullMarked;
