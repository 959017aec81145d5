/** The bench's vocabulary: sessions, sites, probes, stimuli, interventions, recordings, engines. */
@NullMarked
package org.hillock.core.session;

import org.jspecify.annotations.NullMarked;
