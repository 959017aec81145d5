/**
 * Readouts: neurons that learn to answer from what a network that does not learn does in time, as
 * in a liquid state machine (Maass, Natschläger and Markram 2002, doi 10.1162/089976602760407955).
 * Nothing comes back from them, so the network runs once for each image, and what its spikes leave
 * at the readout is learnt from as often as wanted. Start at {@link
 * org.hillock.lab.readout.ReadoutTrainer}.
 */
@NullMarked
package org.hillock.lab.readout;

import org.jspecify.annotations.NullMarked;
