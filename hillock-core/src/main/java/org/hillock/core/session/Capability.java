package org.hillock.core.session;

/** Something that not every session can do. A session declares it; a verb says which it needs. */
public sealed interface Capability {

  /** The network lives in time. */
  non-sealed interface Timed extends Capability {
    /** Length of a step in ms. */
    double stepMs();

    /** Time since the last reset in ms. */
    double timeMs();

    /** Runs until that much time has passed; rounded to whole steps. */
    void advance(double durationMs);

    /**
     * Synaptic events since the last reset: one for each spike or change that reached a synapse.
     */
    long synapticEvents();

    /** Steps in which at least one neuron of the population fired or changed, since the reset. */
    long updateTimes(String population);

    /**
     * Spikes that the population made since the last reset; 0 for rate neurons.
     *
     * @throws org.hillock.core.problem.UsageException where it is unknown
     */
    long spikes(String population);
  }

  /** It says where its time went. */
  non-sealed interface Profiled extends Capability {
    /** Since the last reset. */
    Profile profile();
  }

  /**
   * Its synapses change by what their neurons do. A reset keeps the weights; what else synapses and
   * their neurons have kept for learning begins anew.
   */
  non-sealed interface Plastic extends Capability {
    /** Names of the projections that learn, in the order of the network. */
    java.util.Set<String> plasticProjections();

    /**
     * Freezes or thaws all plastic synapses. While they are frozen, weights and what synapses keep
     * stand still; what neurons leave behind goes on.
     */
    void learn(boolean on);

    /**
     * The weights of a projection as they are now, in its unit, in the order of its synapses.
     *
     * @throws org.hillock.core.problem.UsageException where it is unknown or does not learn
     */
    double[] weights(String projection);

    /** The network with the weights as they are now, listed. */
    org.hillock.core.network.Network learnt();

    /** How often a synapse was changed, or looked at to be changed, since the last reset. */
    long plasticEvents();
  }

  /** Many inputs at once, each as if it were alone; {@link Session#read} returns a row for each. */
  non-sealed interface Batched extends Capability {
    /** Rows of the last advance. */
    int rows();
  }

  /**
   * It keeps what reaches neurons and can say what their sums were made of. It is a plain twin: it
   * gives the values that its engine gives, if need be more slowly.
   */
  non-sealed interface Terms extends Capability {
    /**
     * Keeps, from the next step or pass on, what reaches these neurons. Sessions without time may
     * answer for neurons that were not named here, too. Changes no bit of what the network does.
     *
     * @param fromMs what comes before is kept as one term, {@link Term.Kind#HISTORY}; 0 or without
     *     meaning where there is no time
     * @throws org.hillock.core.problem.UsageException where the site is unknown or what its sum is
     *     made of cannot be told, with the reason
     */
    void keep(SiteRef neurons, double fromMs);

    /**
     * A neuron as of the end of the last step or pass.
     *
     * @param neuron one neuron, and the variable that is explained where the model has several sums
     * @param row of the batch; 0 where there are no batches
     * @throws org.hillock.core.problem.UsageException where it is unknown, was not kept, or is one
     *     that nothing sums up in, such as an input
     */
    IsolatedNeuron isolate(SiteRef neuron, int row);
  }
}
