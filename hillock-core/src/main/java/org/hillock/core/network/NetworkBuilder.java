package org.hillock.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hillock.core.cell.Release;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * Builds a {@link Network} in Java; says exactly what a network file says.
 *
 * <pre>{@code
 * Network net = Network.builder("pair").seed(7)
 *     .population("noise", 10, "poisson", p -> p.param("rate", "100 Hz"))
 *     .population("exc", 100, "lif-delta", p -> p.param("tau_m", "20 ms"))
 *     .projection("noise", "exc", new Connectivity.FixedInDegree(3, true, true),
 *         c -> c.weight("1 mV").delay("1.5 ms"))
 *     .build();
 * }</pre>
 */
public final class NetworkBuilder {

  private final String name;
  private long seed;
  private final Map<String, Population> populations = new LinkedHashMap<>();
  private final Map<String, Projection> projections = new LinkedHashMap<>();
  private final Map<String, Modulator> modulators = new LinkedHashMap<>();
  private Optional<Decision> decision = Optional.empty();
  private Optional<Presentation> presentation = Optional.empty();
  private Provenance provenance = Provenance.NONE;
  private final Map<String, List<String>> releases = new LinkedHashMap<>();
  private boolean dale;

  NetworkBuilder(String name) {
    this.name = name;
  }

  public NetworkBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  public NetworkBuilder population(String populationName, int size, String neuron) {
    return population(populationName, Shape.of(size), neuron, p -> p);
  }

  public NetworkBuilder population(
      String populationName, int size, String neuron, UnaryOperator<PopulationParts> more) {
    return population(populationName, Shape.of(size), neuron, more);
  }

  /**
   * Adds a population.
   *
   * @throws UsageException where its parts do not fit, or the name is taken
   */
  public NetworkBuilder population(
      String populationName, Shape shape, String neuron, UnaryOperator<PopulationParts> more) {
    return population(
        populationName,
        shape,
        NeuronModels.named("populations." + populationName + ".neuron", neuron),
        more);
  }

  /**
   * Adds a population of a model of one's own, such as {@link NeuronTexts} reads.
   *
   * @throws UsageException where its parts do not fit, or the name is taken
   */
  public NetworkBuilder population(
      String populationName, int size, NeuronModel model, UnaryOperator<PopulationParts> more) {
    return population(populationName, Shape.of(size), model, more);
  }

  /** The same, for any shape. */
  public NetworkBuilder population(
      String populationName, Shape shape, NeuronModel model, UnaryOperator<PopulationParts> more) {
    PopulationParts parts = more.apply(new PopulationParts());
    if (!parts.releases.isEmpty()) {
      releases(populationName, parts.releases);
    }
    return population(
        new Population(
            populationName,
            shape,
            model,
            parts.params,
            parts.bias,
            parts.positions,
            parts.spikeTimes,
            parts.expectedRate));
  }

  public NetworkBuilder population(Population population) {
    put("populations", populations, population.name(), population);
    return this;
  }

  /** Says what the cells of a population release; several transmitters are a co-release. */
  public NetworkBuilder releases(String populationName, List<String> transmitters) {
    releases.put(populationName, List.copyOf(transmitters));
    return this;
  }

  /** Demands that every population obeys Dale's law; see {@link Transmission}. */
  public NetworkBuilder daleRequired() {
    dale = true;
    return this;
  }

  /** Adds a projection named {@code from_to}. */
  public NetworkBuilder projection(
      String from, String to, Connectivity connectivity, UnaryOperator<ProjectionParts> more) {
    return projection(from + "_" + to, from, to, connectivity, more);
  }

  /**
   * Adds a projection; its weights are 1 where none are given. One that states its weights receptor
   * by receptor becomes one projection for each: see {@link Network#pathways}.
   */
  public NetworkBuilder projection(
      String projectionName,
      String from,
      String to,
      Connectivity connectivity,
      UnaryOperator<ProjectionParts> more) {
    ProjectionParts parts = more.apply(new ProjectionParts());
    Projection whole =
        new Projection(
            projectionName,
            from,
            to,
            connectivity,
            parts.weights.orElseGet(() -> Values.constant(1)),
            parts.delays,
            parts.receptor,
            parts.normalisation,
            parts.learning,
            parts.transmitter,
            Optional.empty(),
            parts.release,
            parts.plasticity);
    if (parts.weightsAt.isEmpty()) {
      return projection(whole);
    }
    if (parts.weights.isPresent() || parts.receptor.isPresent()) {
      throw new UsageException(
          "projections." + projectionName,
          "states 'weights' receptor by receptor and '"
              + (parts.weights.isPresent() ? "weight" : "receptor")
              + "'; give one of them");
    }
    Pathways.parts(whole, parts.weightsAt).forEach(this::projection);
    return this;
  }

  public NetworkBuilder projection(Projection projection) {
    put("projections", projections, projection.name(), projection);
    return this;
  }

  public NetworkBuilder modulator(Modulator modulator) {
    put("modulators", modulators, modulator.name(), modulator);
    return this;
  }

  public NetworkBuilder decision(Decision newDecision) {
    decision = Optional.of(newDecision);
    return this;
  }

  /** How a picture comes to it. */
  public NetworkBuilder presentation(Presentation newPresentation) {
    presentation = Optional.of(newPresentation);
    return this;
  }

  public NetworkBuilder provenance(Provenance newProvenance) {
    provenance = newProvenance;
    return this;
  }

  /**
   * The finished network.
   *
   * @throws UsageException where the parts do not fit together
   */
  public Network build() {
    Network whole =
        new Network(
            name,
            seed,
            populations,
            projections,
            modulators,
            decision,
            provenance,
            new Transmission(releases, dale));
    return presentation.map(whole::withPresentation).orElse(whole);
  }

  private static <T> void put(String section, Map<String, T> parts, String name, T part) {
    if (parts.putIfAbsent(name, part) != null) {
      throw new UsageException(section + "." + name, "is there twice");
    }
  }

  /** What may be said of a population beside its name, shape and model. */
  public static final class PopulationParts {
    private final Map<String, Values> params = new LinkedHashMap<>();
    private Optional<Values> bias = Optional.empty();
    private List<Population.Position> positions = List.of();
    private List<Numbers> spikeTimes = List.of();
    private Optional<Quantity> expectedRate = Optional.empty();
    private List<String> releases = List.of();

    private PopulationParts() {}

    public PopulationParts param(String name, String quantity) {
      return param(name, new Values.Constant(Quantity.parse(quantity)));
    }

    public PopulationParts param(String name, Values values) {
      params.put(name, values);
      return this;
    }

    public PopulationParts bias(Values values) {
      bias = Optional.of(values);
      return this;
    }

    public PopulationParts positions(List<Population.Position> places) {
      positions = places;
      return this;
    }

    /** How often the neurons fire on average, such as {@code 0.9 Hz}. */
    public PopulationParts expectedRate(String quantity) {
      expectedRate = Optional.of(Quantity.parse(quantity));
      return this;
    }

    /** What the cells release; several transmitters are a co-release. */
    public PopulationParts releases(String... transmitters) {
      releases = List.of(transmitters);
      return this;
    }

    /** The times in ms of every neuron of a {@code spike-list} source. */
    public PopulationParts spikes(double[]... timesMs) {
      List<Numbers> all = new ArrayList<>();
      for (double[] times : timesMs) {
        all.add(Numbers.of(times));
      }
      spikeTimes = all;
      return this;
    }
  }

  /** What may be said of a projection beside its ends and connectivity. */
  public static final class ProjectionParts {
    private Optional<Values> weights = Optional.empty();
    private final Map<String, Values> weightsAt = new LinkedHashMap<>();
    private Optional<String> transmitter = Optional.empty();
    private Optional<Values> delays = Optional.empty();
    private Optional<String> receptor = Optional.empty();
    private Normalisation normalisation = Normalisation.none();
    private Optional<LearningRule> learning = Optional.empty();
    private Optional<Release> release = Optional.empty();
    private Optional<Plasticity> plasticity = Optional.empty();

    private ProjectionParts() {}

    public ProjectionParts weight(String quantity) {
      return weight(new Values.Constant(Quantity.parse(quantity)));
    }

    public ProjectionParts weight(Values values) {
      weights = Optional.of(values);
      return this;
    }

    /** The weight at one receptor of several that the same synapses act at. */
    public ProjectionParts weightAt(String receptorName, String quantity) {
      return weightAt(receptorName, new Values.Constant(Quantity.parse(quantity)));
    }

    public ProjectionParts weightAt(String receptorName, Values values) {
      weightsAt.put(receptorName, values);
      return this;
    }

    /** What is released, such as {@code glutamate}: the target's receptors decide the sign. */
    public ProjectionParts transmitter(String name) {
      transmitter = Optional.of(name);
      return this;
    }

    public ProjectionParts delay(String quantity) {
      return delay(new Values.Constant(Quantity.parse(quantity)));
    }

    public ProjectionParts delay(Values values) {
      delays = Optional.of(values);
      return this;
    }

    public ProjectionParts receptor(String name) {
      receptor = Optional.of(name);
      return this;
    }

    public ProjectionParts normalise(Normalisation how) {
      normalisation = how;
      return this;
    }

    /** How many vesicles a spike releases at each synapse. */
    public ProjectionParts release(Release how) {
      release = Optional.of(how);
      return this;
    }

    /** How the synapses change by what the neurons at their two ends do. */
    public ProjectionParts plasticity(Plasticity how) {
      plasticity = Optional.of(how);
      return this;
    }

    public ProjectionParts learning(LearningRule rule) {
      learning = Optional.of(rule);
      return this;
    }
  }
}
