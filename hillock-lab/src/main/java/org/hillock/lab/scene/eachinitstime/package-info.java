/**
 * The scene <i>each in its time</i>: the same networks updated in step and out of step, to see
 * whether keeping one's own time makes anything random.
 */
@NullMarked
package org.hillock.lab.scene.eachinitstime;

import org.jspecify.annotations.NullMarked;
