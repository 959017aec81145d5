/** Do parts of a network take different roles? Branches, units, groups of neurons. */
@NullMarked
package org.hillock.lab.scene.specialists;

import org.jspecify.annotations.NullMarked;
