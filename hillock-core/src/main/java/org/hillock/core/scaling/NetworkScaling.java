package org.hillock.core.scaling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.AllButOwn;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * A smaller copy of a spiking network, with fewer neurons and fewer inputs to each, that keeps the
 * mean and the variance of what a neuron receives (van Albada et al. 2015, doi
 * 10.1371/journal.pcbi.1004490).
 *
 * <p>With a scale s, each in-degree becomes s times itself and each weight 1/√s times. A Poisson
 * source that is joined one-to-one stands for many trains: its rate becomes s times itself. The
 * variance of the input is then the same, and its mean √s times itself; what is missing is added to
 * the bias, where the mean rates are known ({@link Population#expectedRate}). What is drawn keeps
 * its rule, so that {@code all-to-all} and {@code pairwise-probability} lose inputs with the
 * sources.
 */
public final class NetworkScaling {

  private final Network network;
  private final double scale;

  private NetworkScaling(Network network, double scale) {
    this.network = network;
    this.scale = scale;
  }

  /**
   * The network at a scale; at 1 the network itself.
   *
   * <p>Sizes and in-degrees are rounded to the nearest whole number, a half to the even one; a
   * population keeps at least one neuron. Where no population but Poisson sources states a mean
   * rate, no input is made up for.
   *
   * @param scale above 0, at most 1
   * @throws UsageException where the scale is out of range, something is listed one by one and so
   *     cannot be scaled, or one of the sources does not state its mean rate while others do
   */
  public static Network scaled(Network network, double scale) {
    if (!(scale > 0 && scale <= 1)) {
      throw new UsageException("scale", Quantity.text(scale) + " is not > 0 and <= 1");
    }
    return scale == 1 ? network : new NetworkScaling(network, scale).copy();
  }

  private Network copy() {
    Map<String, Projection> projections = new LinkedHashMap<>();
    network.projections().forEach((name, p) -> projections.put(name, scaled(p)));
    LostInput lost = new LostInput(network, scale);
    Map<String, Population> populations = new LinkedHashMap<>();
    network.populations().forEach((name, p) -> populations.put(name, scaled(p, lost)));
    return new Network(
        network.name(),
        network.seed(),
        populations,
        projections,
        network.modulators(),
        network.decision(),
        network.provenance().then("scaled by " + Quantity.text(scale)),
        network.transmission(),
        network.presentation());
  }

  private Population scaled(Population p, LostInput lost) {
    String path = "populations." + p.name();
    if (p.model().family() == Family.RATE) {
      throw cannot(path, "neurons of model '" + p.neuron() + "', which make no spikes,");
    }
    if (p.shape().extents().size() > 1) {
      throw cannot(path + ".shape", "a sheet of neurons");
    }
    if (!p.positions().isEmpty()) {
      throw cannot(path + ".positions", "neurons whose places are listed");
    }
    if (!p.names().isEmpty()) {
      throw cannot(path + ".names", "neurons that have names");
    }
    if (!p.spikeTimes().isEmpty()) {
      throw cannot(path + ".spikes", "neurons whose spikes are listed");
    }
    p.params().forEach((name, values) -> refuseListed(path + ".params." + name, values));
    p.bias().ifPresent(bias -> refuseListed(path + ".bias", bias));
    Map<String, Values> params = new LinkedHashMap<>(p.params());
    if (standsForManyTrains(p)) {
      params.computeIfPresent("rate", (name, rate) -> rate.times(scale));
    }
    Optional<Values> bias = lost.madeUpFor(p);
    int size = (int) Math.max(1, Math.rint(p.size() * scale));
    return new Population(
        p.name(), Shape.of(size), p.model(), params, bias, List.of(), List.of(), p.expectedRate());
  }

  /** Whether it is a Poisson source whose number of inputs to a neuron does not shrink. */
  private boolean standsForManyTrains(Population p) {
    List<Projection> out = network.outOf(p.name());
    long joined = out.stream().filter(o -> o.connectivity() instanceof OneToOne).count();
    if (!p.neuron().equals("poisson") || joined == 0) {
      return false;
    }
    if (joined < out.size()) {
      throw cannot("populations." + p.name(), "a source joined one-to-one and otherwise");
    }
    return true;
  }

  private Projection scaled(Projection p) {
    String path = "projections." + p.name();
    refuseListed(path + ".weight", p.weights());
    p.delays().ifPresent(delays -> refuseListed(path + ".delay", delays));
    return new Projection(
        p.name(),
        p.from(),
        p.to(),
        scaled(path + ".connect", p),
        p.weights().times(1 / Math.sqrt(scale)),
        p.delays(),
        p.receptor(),
        p.normalisation(),
        p.learning(),
        p.transmitter(),
        p.pathway(),
        p.release(),
        p.plasticity());
  }

  private Connectivity scaled(String path, Projection p) {
    return switch (p.connectivity()) {
      case Dense _ -> throw cannot(path, "'dense', which lists all weights,");
      case EdgeList _ -> throw cannot(path, "'edges', which lists all synapses,");
      case Convolution _, Pooling _ ->
          throw cannot(path, "'" + p.connectivity().rule() + "', which fits one size only,");
      case OneToOne rule -> {
        if (!network.population(p.from()).neuron().equals("poisson")) {
          throw cannot(path, "'one-to-one' from other than Poisson sources: its one input");
        }
        yield rule;
      }
      case AllToAll rule -> rule;
      case AllButOwn rule -> rule;
      case PairwiseProbability rule -> rule;
      case FixedInDegree rule ->
          new FixedInDegree(
              (int) Math.rint(rule.inDegree() * scale), rule.autapses(), rule.multapses());
      case FixedTotalNumber rule ->
          new FixedTotalNumber(total(rule.total()), rule.autapses(), rule.multapses());
      case DegreeDistribution rule ->
          new DegreeDistribution(
              total(rule.total()), rule.outDegree(), rule.inDegree(), rule.autapses());
    };
  }

  /** Fewer targets, and fewer inputs to each. */
  private long total(long total) {
    return (long) Math.rint(total * scale * scale);
  }

  private static void refuseListed(String path, Values values) {
    if (values instanceof Values.Listed) {
      throw cannot(path, "numbers listed one by one");
    }
  }

  private static UsageException cannot(String path, String what) {
    return new UsageException(path, what + " cannot be scaled");
  }
}
