/** Tables of neurons and synapses, good and bad. */
@NullMarked
package org.hillock.formats.connectome;

import org.jspecify.annotations.NullMarked;
