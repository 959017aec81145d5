/**
 * How fast a network runs here, beside what the hardware itself allows, measured in the same run.
 */
@NullMarked
package org.hillock.app.bench;

import org.jspecify.annotations.NullMarked;
