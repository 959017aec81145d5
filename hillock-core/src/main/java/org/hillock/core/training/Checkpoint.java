package org.hillock.core.training;

import java.util.List;
import org.hillock.core.network.Network;

/**
 * Where a training that takes long had got to. A training that goes on from there gives the same
 * network, to the bit, as one that was never interrupted.
 *
 * @param network as it had become
 * @param seed of the training
 * @param done images shown since the beginning, each once a pass
 * @param lossByEpoch of the passes that were whole
 * @param lossNow summed over the images of the pass under way
 */
public record Checkpoint(
    Network network, long seed, long done, List<Double> lossByEpoch, double lossNow) {

  public Checkpoint {
    lossByEpoch = List.copyOf(lossByEpoch);
  }
}
