/** Graphs of neurons whose cycles and groups are known. */
@NullMarked
package org.hillock.lab.wiring;

import org.jspecify.annotations.NullMarked;
