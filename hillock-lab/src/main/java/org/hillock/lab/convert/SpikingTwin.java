package org.hillock.lab.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/**
 * Converts a trained network of ReLU neurons into spiking neurons with the same synapses.
 *
 * <p>Every neuron becomes a perfect integrator that keeps what is left over at a spike. Weights are
 * normalised on data so that the strongest activities of a population (a high percentile over
 * images and neurons) become one spike per ms: W' = W·λ(source)/λ(target), b' = b/λ(target) (Diehl
 * et al. 2015, doi 10.1109/IJCNN.2015.7280696; Rueckauer et al. 2017, doi
 * 10.3389/fnins.2017.00682). Potentials start at half the threshold, which centres the rounding of
 * a rate to whole spikes.
 */
public final class SpikingTwin {

  /** Share of activities that are to stay at or below one spike per ms. */
  private static final double PERCENTILE = 0.999;

  /** Images that are enough to find the scales on. */
  public static final int SCALED_ON = 500;

  private static final double THRESHOLD_MV = 1;
  private static final Set<String> SOFT = Set.of("softmax", "log-softmax");
  private static final List<String> CONVERTIBLE =
      List.of("input", "relu", "identity", "softmax", "log-softmax");

  /**
   * How long a network that takes maxima is shown an image: its counts must stand for the order of
   * many numbers, through more layers.
   */
  private static final double MAXIMA_WINDOW_MS = 64;

  private SpikingTwin() {}

  /** Why a network has no spiking twin, in a sentence; empty where it has one. */
  public static Optional<String> refusal(Network network) {
    try {
      check(TwinPreparation.of(network));
      return Optional.empty();
    } catch (UsageException reason) {
      return Optional.of(String.valueOf(reason.getMessage()));
    }
  }

  /**
   * The spiking twin of a network.
   *
   * @param images shown to find the scale of every population, at least one
   * @throws UsageException where a part has no spiking counterpart, named with its place
   */
  public static Network of(Network given, float[][] images, long seed) {
    Network network = TwinPreparation.of(given);
    check(network);
    Map<String, Double> scales = scales(network, images, seed);
    Map<String, Population> populations = new LinkedHashMap<>();
    Map<String, Projection> projections = new LinkedHashMap<>();
    for (Population p : network.populations().values()) {
      populations.put(p.name(), convert(p, network, scales.getOrDefault(p.name(), 1.0)));
    }
    for (Projection p : network.projections().values()) {
      double ratio = scale(scales, p.from()) / scale(scales, p.to()) * network.gain(p.to());
      convert(p, network, ratio).forEach(c -> projections.put(c.name(), c));
    }
    Decision.LargestValue read = (Decision.LargestValue) network.decision().orElseThrow();
    Network twin =
        new Network(
            network.name() + "-spiking-twin",
            network.seed(),
            populations,
            projections,
            Map.<String, Modulator>of(),
            Optional.of(new Decision.MostSpikes(read.population())),
            network
                .provenance()
                .then(
                    "converted to spiking neurons, weights normalised on "
                        + images.length
                        + " images"));
    return takesMaxima(network) ? twin.withPresentation(shown(network)) : twin;
  }

  private static boolean takesMaxima(Network network) {
    return network.projections().values().stream().anyMatch(p -> maximum(p).isPresent());
  }

  private static Presentation shown(Network network) {
    Shape image = Ports.of(network).image().shape();
    Shape picture = image.extents().size() > 1 ? image : Shape.of(image.size(), 1);
    return new Presentation(
        picture,
        Presentation.Order.WHOLE,
        Quantity.of(MAXIMA_WINDOW_MS, "ms"),
        Quantity.of(0, "ms"),
        Quantity.of(1, "ms"));
  }

  private static Optional<Pooling> maximum(Projection projection) {
    return projection.connectivity() instanceof Pooling pooling
            && pooling.kind() == Pooling.Kind.MAX
        ? Optional.of(pooling)
        : Optional.empty();
  }

  /** The maximum that a population takes, where that is all it does. */
  static Optional<Pooling> maximum(Network network, Population population) {
    List<Projection> into = network.into(population.name());
    return into.size() == 1 ? maximum(into.getFirst()) : Optional.empty();
  }

  /** Whether it can send numbers below 0: of a largest value above 0 that is not so. */
  private static boolean isPlain(Network network, Population p) {
    return p.neuron().equals("identity") && maximum(network, p).isEmpty();
  }

  private static void check(Network network) {
    for (Population p : network.populations().values()) {
      if (!CONVERTIBLE.contains(p.neuron())) {
        throw new UsageException(
            "populations." + p.name() + ".neuron",
            "'"
                + p.neuron()
                + "' has no spiking twin; "
                + String.join(", ", CONVERTIBLE)
                + " have");
      }
      boolean inner = !network.outOf(p.name()).isEmpty();
      if (inner && (SOFT.contains(p.neuron()) || isPlain(network, p))) {
        throw new UsageException(
            "populations." + p.name() + ".neuron",
            "'" + p.neuron() + "' has a spiking twin only where nothing reads it");
      }
    }
    for (Projection p : network.projections().values()) {
      if (!(p.normalisation() instanceof Normalisation.None)) {
        throw new UsageException("projections." + p.name() + ".normalise", "has no spiking twin");
      }
      if (p.passes() > 0) {
        throw new UsageException(
            "projections." + p.name() + ".delay",
            "counts passes, of which spikes know nothing: it has no spiking twin");
      }
      maximum(p).ifPresent(pooling -> checkMaximum(network, p, pooling));
    }
    for (Modulator modulator : network.modulators().values()) {
      if (modulator.changes()) {
        throw new UsageException(
            "modulators." + modulator.name(),
            "changes and has no spiking twin: what it does would depend on how long an image is"
                + " shown; a level that stays goes into the weights");
      }
    }
    if (!(network.decision().orElse(null) instanceof Decision.LargestValue)) {
      throw new UsageException(
          "decision", "only networks that answer with their largest value have a spiking twin");
    }
  }

  /** A neuron for it takes the largest of what is not below 0, and nothing else. */
  private static void checkMaximum(Network network, Projection p, Pooling pooling) {
    String path = "projections." + p.name() + ".connect";
    if (!LargestDendrite.takes(pooling)) {
      throw new UsageException(
          path,
          "'max-pooling' of "
              + pooling.height()
              + "×"
              + pooling.width()
              + " places has no spiking twin: its neurons would have a dendrite for each, and "
              + LargestDendrite.MOST_PLACES
              + " is the most");
    }
    Population to = network.population(p.to());
    boolean biased =
        to.bias().isPresent() && Arrays.stream(Parameters.bias(network, to)).anyMatch(b -> b != 0);
    if (biased || network.into(to.name()).size() != 1) {
      throw new UsageException(
          path,
          "'max-pooling' has a spiking twin only where its target hears nothing else and has no"
              + " bias");
    }
  }

  private static double scale(Map<String, Double> scales, String population) {
    return scales.getOrDefault(population, 1.0);
  }

  /** The activity of each converted population that becomes one spike per ms. */
  static Map<String, Double> scales(Network network, float[][] images, long seed) {
    List<String> converted =
        network.populations().values().stream()
            .filter(p -> !p.neuron().equals("input"))
            .map(Population::name)
            .toList();
    Network read = withPlainOutput(network);
    try (Responder responder = Responder.open(read, DecisionTiming.of(read), seed)) {
      Map<String, Double> scales = new LinkedHashMap<>();
      Activities seen = responder.activities(images, Optional.empty(), converted, 0);
      converted.forEach(name -> scales.put(name, percentile(seen.of(name))));
      return scales;
    }
  }

  /** The same network with softmax taken away: its sums are what the spiking outputs count. */
  static Network withPlainOutput(Network network) {
    List<Population> plain = new ArrayList<>();
    for (Population p : network.populations().values()) {
      if (SOFT.contains(p.neuron())) {
        plain.add(
            new Population(
                    p.name(), p.shape(), "identity", Map.of(), p.bias(), p.positions(), List.of())
                .withNames(p.names()));
      }
    }
    return network.with(plain, List.of());
  }

  private static double percentile(double[][] rows) {
    double[] positive =
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).filter(v -> v > 0).sorted().toArray();
    if (positive.length == 0) {
      return 1;
    }
    return positive[(int) Math.ceil(PERCENTILE * positive.length) - 1];
  }

  private static Population convert(Population p, Network network, double scale) {
    if (p.neuron().equals("input")) {
      return p;
    }
    if (maximum(network, p).isPresent()) {
      return LargestDendrite.population(p, maximum(network, p).get(), THRESHOLD_MV);
    }
    Optional<Values> bias = Optional.empty();
    if (p.bias().isPresent()) {
      double[] plain = Parameters.bias(network, p);
      bias =
          Optional.of(
              Values.listed(
                  Numbers.of(Arrays.stream(plain).map(b -> b / scale).toArray()), "mV/ms"));
    }
    return new Population(
            p.name(),
            p.shape(),
            "if",
            Map.of(
                "v_th", Values.constant(THRESHOLD_MV, "mV"),
                "v_init", Values.constant(THRESHOLD_MV / 2, "mV")),
            bias,
            p.positions(),
            List.of())
        .withNames(p.names());
  }

  /** The same synapses; where a rule draws them or leaves some out, listed as it drew them. */
  private static List<Projection> convert(Projection p, Network network, double ratio) {
    Connectivity connectivity = p.connectivity();
    if (maximum(p).isPresent()) {
      return LargestDendrite.projections(
          p,
          maximum(p).get(),
          network.population(p.from()).shape(),
          network.population(p.to()).shape(),
          ratio * THRESHOLD_MV);
    }
    double[] weights;
    if (connectivity instanceof Connectivity.Dense
        || connectivity instanceof Connectivity.Convolution) {
      long count =
          SynapseCount.parameters(
              connectivity,
              network.population(p.from()).shape(),
              network.population(p.to()).shape());
      weights =
          p.weights()
              .resolve(
                  Math.toIntExact(count),
                  Unit.NONE,
                  network.seed(),
                  Purpose.WEIGHT,
                  network.pathwayIndex(p));
    } else {
      Synapses synapses = Wiring.of(network, p);
      connectivity = Connectivity.EdgeList.of(synapses.pre(), synapses.post());
      weights = synapses.weight().clone();
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= ratio * THRESHOLD_MV;
    }
    return List.of(
        new Projection(
            p.name(),
            p.from(),
            p.to(),
            connectivity,
            Values.listed(Numbers.of(weights), "mV"),
            Optional.of(Values.constant(1, "ms")),
            Optional.empty(),
            Normalisation.none(),
            Optional.empty()));
  }
}
