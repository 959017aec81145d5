package org.hillock.lab.why;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Term;

/** When that which arrived was sent: the moment at which its source is to be asked. */
final class Senders {

  private final Optional<Network> network;
  private final Optional<SpikeLog> spikes;

  /**
   * Senders.
   *
   * @param network where it is described
   * @param spikes of the run so far; empty without time
   */
  Senders(Optional<Network> network, Optional<SpikeLog> spikes) {
    this.network = network;
    this.spikes = spikes;
  }

  /**
   * When a source sent what a term carried.
   *
   * @param term of the sum
   * @param population of the source
   * @param neuron of that
   * @param moment at which that sum is explained: ms or passes
   * @return ms or passes; empty where that was before the run began
   */
  OptionalDouble sent(Term term, String population, int neuron, double moment) {
    if (spikes.isEmpty()) {
      double pass =
          moment
              - network
                  .flatMap(n -> Optional.ofNullable(n.projections().get(term.through())))
                  .map(Projection::passes)
                  .orElse(0);
      return pass >= 1 ? OptionalDouble.of(pass) : OptionalDouble.empty();
    }
    if (!Double.isNaN(term.sentMs())) {
      return term.sentMs() > 0 ? OptionalDouble.of(term.sentMs()) : OptionalDouble.empty();
    }
    if (Double.isNaN(term.atMs()) || !spikes.get().knows(population)) {
      // it was there all the time: as it was then
      return OptionalDouble.of(moment);
    }
    Double before = spikes.get().of(population, neuron).lower(term.atMs());
    return before == null ? OptionalDouble.empty() : OptionalDouble.of(before);
  }
}
