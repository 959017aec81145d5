/**
 * A question for networks that state none: which of some stimuli were they given? Start at {@link
 * org.hillock.lab.probe.Question}. Sees {@code lab.decide}.
 */
@NullMarked
package org.hillock.lab.probe;

import org.jspecify.annotations.NullMarked;
