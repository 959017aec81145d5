package org.hillock.core.network;

import java.util.Optional;
import org.hillock.core.cell.Release;
import org.hillock.core.quantity.Dimension;

/**
 * All synapses from one population to another.
 *
 * <p>Weights are listed in the order of the synapses: for {@code dense} the matrix [target, source]
 * row by row, for {@code convolution} [filters, rows, columns, channels], for a rule that draws its
 * synapses in the order in which {@link org.hillock.core.wiring.Wiring} draws them.
 *
 * @param name unique in the network
 * @param from source population
 * @param to target population
 * @param connectivity which reaches which
 * @param weights one for each synapse, or for each parameter where a kernel is shared
 * @param delays of each synapse, a time above 0; empty means one step of the engine. Between rate
 *     neurons also one plain whole number for all: so many passes, see {@link #passes}
 * @param receptor of the target's model; empty means the one that its transmitter acts at, or the
 *     first
 * @param normalisation what is done to the source's values, as a group, before they are weighed
 * @param learning the rule that a trainer sets the weights by; empty means none
 * @param transmitter what is released, by its name in the catalogue; empty where that is not said
 * @param pathway joint name of projections that are the same synapses at different receptors of the
 *     target: they share ends, connectivity, delays and what is drawn; empty where it is alone
 * @param release how many vesicles a spike releases at each synapse, each of which brings the
 *     weight; empty where each spike brings the weight once
 * @param plasticity how the weights change by what the neurons at their two ends do; empty where
 *     they stay
 */
public record Projection(
    String name,
    String from,
    String to,
    Connectivity connectivity,
    Values weights,
    Optional<Values> delays,
    Optional<String> receptor,
    Normalisation normalisation,
    Optional<LearningRule> learning,
    Optional<String> transmitter,
    Optional<String> pathway,
    Optional<Release> release,
    Optional<Plasticity> plasticity) {

  public Projection {
    Names.check("projections", name);
  }

  /** A projection that names no transmitter and stands alone. */
  public Projection(
      String name,
      String from,
      String to,
      Connectivity connectivity,
      Values weights,
      Optional<Values> delays,
      Optional<String> receptor,
      Normalisation normalisation,
      Optional<LearningRule> learning) {
    this(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        receptor,
        normalisation,
        learning,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The name that it shares with those of its pathway, or its own. */
  public String pathwayName() {
    return pathway.orElse(name);
  }

  /**
   * How many passes ago what it carries was sent; 0 where it carries what is sent in this one, as
   * all do whose delay is a time.
   */
  public int passes() {
    return delays
        .filter(d -> d instanceof Values.Constant && d.unit().dimension().equals(Dimension.NONE))
        .map(d -> (int) d.least())
        .orElse(0);
  }

  /** The same projection, normalised in another way. */
  public Projection withNormalisation(Normalisation newNormalisation) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        receptor,
        newNormalisation,
        learning,
        transmitter,
        pathway,
        release,
        plasticity);
  }

  /** The same projection with other weights. */
  public Projection withWeights(Values newWeights) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        newWeights,
        delays,
        receptor,
        normalisation,
        learning,
        transmitter,
        pathway,
        release,
        plasticity);
  }

  /** The same projection with weights that a trainer sets by this rule. */
  public Projection withLearning(LearningRule rule) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        receptor,
        normalisation,
        Optional.of(rule),
        transmitter,
        pathway,
        release,
        plasticity);
  }

  /** The same projection with synapses that change in this way, or with ones that stay. */
  public Projection withPlasticity(Optional<Plasticity> newPlasticity) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        receptor,
        normalisation,
        learning,
        transmitter,
        pathway,
        release,
        newPlasticity);
  }

  /** The same projection with terminals that release in this way. */
  public Projection withRelease(Optional<Release> newRelease) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        receptor,
        normalisation,
        learning,
        transmitter,
        pathway,
        newRelease,
        plasticity);
  }

  /** The same projection with these delays. */
  public Projection withDelays(Values newDelays) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        Optional.of(newDelays),
        receptor,
        normalisation,
        learning,
        transmitter,
        pathway,
        release,
        plasticity);
  }

  /** The same projection with this transmitter. */
  Projection releasing(String newTransmitter) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        receptor,
        normalisation,
        learning,
        Optional.of(newTransmitter),
        pathway,
        release,
        plasticity);
  }

  /** The same projection at a receptor. */
  Projection at(String newReceptor) {
    return new Projection(
        name,
        from,
        to,
        connectivity,
        weights,
        delays,
        Optional.of(newReceptor),
        normalisation,
        learning,
        transmitter,
        pathway,
        release,
        plasticity);
  }

  /** The part of this one's synapses that is at a receptor: this becomes the pathway. */
  Projection partAt(String newReceptor, Values newWeights) {
    return new Projection(
        name + "_" + newReceptor,
        from,
        to,
        connectivity,
        newWeights,
        delays,
        Optional.of(newReceptor),
        normalisation,
        learning,
        transmitter,
        Optional.of(name),
        release,
        plasticity);
  }
}
