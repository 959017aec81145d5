package org.hillock.core.training;

import java.util.List;
import org.hillock.core.network.Network;

/**
 * What came of training.
 *
 * @param network with its learnt weights
 * @param lossByEpoch mean loss of each pass over the data, in the rule's own terms
 * @param stoppedEarly whether the user stopped it
 */
public record Trained(Network network, List<Double> lossByEpoch, boolean stoppedEarly) {
  public Trained {
    lossByEpoch = List.copyOf(lossByEpoch);
  }
}
