/**
 * Networks made of networks: synapses written out one by one, wiring shuffled as a control,
 * populations that play back what was recorded of them. Start with {@link
 * org.hillock.lab.wiring.ShuffledWiring}.
 */
@NullMarked
package org.hillock.lab.wiring;

import org.jspecify.annotations.NullMarked;
