/**
 * How fast a network, or cells with parts, run here, beside what the hardware itself allows,
 * measured in the same run.
 */
@NullMarked
package org.hillock.app.bench;

import org.jspecify.annotations.NullMarked;
