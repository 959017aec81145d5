package org.hillock.lab.comparison;

import java.util.Map;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;

/**
 * A network that is made ready anew for each split.
 *
 * @param name short and unique in the comparison
 * @param kind of network, in a few words
 * @param description in a sentence or two
 * @param preparation how it is made ready
 */
record Contestant(String name, String kind, String description, Preparation preparation) {

  /** Makes a network ready to be asked. */
  interface Preparation {
    /**
     * Trains or converts, where that is needed.
     *
     * @param ready the contestants before this one, by name, as they are in this split
     */
    Network prepare(Split split, long seed, Map<String, Network> ready, Progress progress);
  }
}
