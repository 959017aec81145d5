package org.hillock.core.training;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;

/**
 * A rule whose neurons can be watched while it trains. Needed where what they do is not known from
 * the network and the image alone, as in networks that live in time and change while they run.
 */
public interface WatchedTrainer extends Trainer {

  /**
   * Trains as {@link #train(Network, Dataset, TrainingOptions, Progress)} does, to the bit, and
   * tells what each neuron does meanwhile. What is shown from outside need not be told.
   */
  Trained train(
      Network network, Dataset data, TrainingOptions options, Progress progress, Witness witness);
}
