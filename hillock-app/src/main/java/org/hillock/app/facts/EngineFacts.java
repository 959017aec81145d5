package org.hillock.app.facts;

import java.util.Map;
import org.hillock.core.network.NeuronModel;

/**
 * What an engine has to say of a neuron model: how it integrates it and why, and the bytes of its
 * state.
 */
@FunctionalInterface
public interface EngineFacts {

  /** The facts by name, in order; none where the engine does not run the model. */
  Map<String, Object> of(NeuronModel model);
}
