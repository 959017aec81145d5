/**
 * Activity seen under one input put into the run on another, site by site: which neurons carry the
 * difference? Start with {@link org.hillock.lab.patch.Patching}.
 */
@NullMarked
package org.hillock.lab.patch;

import org.jspecify.annotations.NullMarked;
