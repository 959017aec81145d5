package org.hillock.core.scaling;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SpikeWorth;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Wiring;

/**
 * The mean input that a scaled network loses: (1 - √s) Σ_j K_j r_j q(w_j) for a neuron with K_j
 * synapses of mean weight w_j from sources that fire at rate r_j, q what one event amounts to over
 * time, {@link SpikeWorth#bias} (van Albada et al. 2015, doi 10.1371/journal.pcbi.1004490; Potjans
 * and Diesmann 2014, doi 10.1093/cercor/bhs358).
 */
final class LostInput {

  private final Network network;
  private final double share;
  private final boolean ratesKnown;

  LostInput(Network network, double scale) {
    this.network = network;
    this.share = 1 - Math.sqrt(scale);
    this.ratesKnown =
        network.populations().values().stream().anyMatch(p -> p.expectedRate().isPresent());
  }

  /**
   * The bias of a population with what it loses added.
   *
   * @throws UsageException where one of its sources does not state its rate, or the bias is drawn
   */
  Optional<Values> madeUpFor(Population p) {
    List<Projection> into = network.into(p.name());
    if (!ratesKnown || into.isEmpty()) {
      return p.bias();
    }
    double lost = 0;
    for (Projection projection : into) {
      lost += lost(projection, p);
    }
    Unit unit = Parameters.biasUnit(p);
    double more = lost * network.gain(p.name());
    return Optional.of(new Values.Constant(new Quantity(stated(p, unit) + more, unit)));
  }

  private static double stated(Population p, Unit unit) {
    if (p.bias().isEmpty()) {
      return 0;
    }
    if (p.bias().get() instanceof Values.Constant(Quantity bias)) {
      return bias.in(unit);
    }
    throw new UsageException(
        "populations." + p.name() + ".bias",
        "what scaling loses can only be added to a bias that is the same for all neurons");
  }

  private double lost(Projection projection, Population to) {
    Receptor receptor = network.receptor(projection);
    double inDegree = (double) SynapseCount.synapses(network, projection) / to.size();
    Values weights = projection.weights();
    double weight =
        weights.unit().to(Wiring.weightUnit(network, projection), weights.expectation());
    double signed =
        switch (receptor.sign()) {
          case AS_GIVEN, EXCITES -> weight;
          case INHIBITS -> -weight;
        };
    double perMs = ratePerMs(network.population(projection.from()));
    return share * inDegree * perMs * amount(to, receptor, signed);
  }

  private static double ratePerMs(Population from) {
    if (from.neuron().equals("poisson")) {
      Values rate = from.param("rate");
      return rate.unit().to(Unit.HZ, rate.expectation()) / 1000;
    }
    Quantity rate =
        from.expectedRate()
            .orElseThrow(() ->
                new UsageException(
                    "populations." + from.name(),
                    "'expected_rate' is missing: other populations state theirs, and without it"
                        + " the input that scaling loses is not known"));
    return rate.in(Unit.HZ) / 1000;
  }

  /** What an event amounts to over time, as a bias would. */
  private static double amount(Population to, Receptor receptor, double weight) {
    return SpikeWorth.bias(to, receptor, weight)
        .orElseThrow(() ->
            new UsageException(
                "populations." + to.name(),
                "what scaling loses at receptor '"
                    + receptor.name()
                    + "' of model '"
                    + to.neuron()
                    + "' cannot be told as a bias"));
  }
}
