package org.hillock.core.network;

import java.util.List;

/** A service that adds neuron models; found with {@link java.util.ServiceLoader}. */
public interface NeuronModelProvider {

  /** The models, each with a name that no other has. */
  List<NeuronModel> models();
}
