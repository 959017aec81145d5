/** How many neurons it takes, and how many there are in networks and brains. */
@NullMarked
package org.hillock.lab.scene.size;

import org.jspecify.annotations.NullMarked;
