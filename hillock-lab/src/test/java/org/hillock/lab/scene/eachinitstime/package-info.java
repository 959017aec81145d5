/** The scene of networks in step and out of step. */
@NullMarked
package org.hillock.lab.scene.eachinitstime;

import org.jspecify.annotations.NullMarked;
