/**
 * What a verb leaves on disk: folders that are claimed early and filled whole, JSON, the command
 * that repeats it.
 */
@NullMarked
package org.hillock.app.output;

import org.jspecify.annotations.NullMarked;
