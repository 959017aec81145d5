package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Shape;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.SynapseCount;

/** Makes networks of every model, connectivity and kind of values. */
final class RandomNetworks {

  private static final List<String> TEXTS =
      List.of(
          "plain", "", "yes", "12", "1.5 ms", "a: b # c", "ä\n\t\"\\", "- x", "é 😀 \u0085", "~");

  private static final String OWN_RULE =
      """
      parameter a = 0.1   # 'quoted': and more
      modulator tone = 0
      pre x = 0
      dx/dt = -x/(20 ms)
      on pre: x += 1
      on post: w += a*x*(1
          + tone)
      every 1 s: sum = incoming w; w = w/max(sum, 1)\
      """;

  private final Draws draws;

  private RandomNetworks(long seed) {
    draws = new Draws(seed, Purpose.TRIAL, 0);
  }

  static Network make(long seed) {
    return new RandomNetworks(seed).network();
  }

  private Network network() {
    NetworkBuilder builder = Network.builder("net " + pick(TEXTS)).seed((long) (number() * 1e12));
    builder.provenance(new Provenance(pick(TEXTS), pick(TEXTS), List.of(pick(TEXTS), pick(TEXTS))));
    List<Population> all = new ArrayList<>();
    for (NeuronModel model : NeuronModels.all()) {
      Population population = population("p_" + model.name(), model);
      all.add(population);
      builder.population(population);
    }
    int count = 0;
    for (Population to : all) {
      if (to.model().takesSynapses()) {
        Population from = pick(all);
        for (Connectivity connectivity : connectivities(from, to)) {
          builder.projection(projection("c" + count++, from, to, connectivity));
        }
      }
    }
    transmitters(builder);
    electrical(builder);
    learning(builder);
    builder.modulator(
        new Modulator(
            "tone",
            draws.uniform(),
            List.of(new Modulator.Target("p_relu", number()), new Modulator.Target("p_tanh", -1))));
    Quantity pass = pick(List.of(Modulator.STANDARD_PASS, Quantity.of(20, "ms")));
    builder.modulator(slow().withPass(pass));
    builder.modulator(told().withPass(pass));
    builder.decision(
        pick(
            List.of(
                new Decision.LargestValue("p_softmax"),
                new Decision.MostSpikes("p_lif-exp"),
                new Decision.Votes(
                    "p_lif-exp", 3, Quantity.of(20, "ms"), Quantity.of(0.5, "ms"), List.of()),
                new Decision.LargestGoodness("p_input", List.of("p_relu", "p_tanh")))));
    return builder.build();
  }

  /** One that changes with time. */
  private Modulator slow() {
    Schedule schedule =
        new Schedule(
            List.of(
                new Schedule.Point(Quantity.of(0, "s"), draws.uniform()),
                new Schedule.Point(Quantity.of(0.1 + draws.uniform(), "s"), draws.uniform())),
            pick(List.of(Schedule.Interpolation.values())));
    Modulator.Activity activity =
        pick(
            List.of(
                new Modulator.Activity("p_poisson", Modulator.Measure.PER_HZ, number()),
                new Modulator.Activity("p_input", Modulator.Measure.PER_VALUE, -0.5)));
    return new Modulator(
        "fatigue",
        draws.uniform(),
        Optional.of(Quantity.of(1 + draws.uniform(), pick(List.of("ms", "s")))),
        draws.below(2) == 0 ? Optional.empty() : Optional.of(schedule),
        draws.below(2) == 0 ? Optional.empty() : Optional.of(activity),
        draws.below(2) == 0
            ? List.of()
            : List.of(new Modulator.Target("p_lif-exp", Optional.of("excitatory"), 0.5)));
  }

  /** One with equations of its own and several activities. */
  private Modulator told() {
    return Modulator.told(
        "mood",
        """
        parameter tau = 5 s > 0   # a comment, 'quoted': and more
        modulator tone = 0.5
        state level = 0.25
        slow = where(own > 0.1, 1, -1)*drive
        dlevel/dt = (tone*slow
            - level)/tau
        """,
        Optional.empty(),
        List.of(
            new Modulator.Activity(
                "p_poisson", Modulator.Measure.PER_HZ, number(), Optional.of("own")),
            new Modulator.Activity("p_input", Modulator.Measure.PER_VALUE, number())),
        List.of());
  }

  /** Releases, a transmitter at the receptor of its usual sign, and one pathway. */
  private void transmitters(NetworkBuilder builder) {
    builder.releases(
        "p_poisson", pick(List.of(List.of("gaba"), List.of("glutamate", "acetylcholine", "gaba"))));
    Connectivity how = new Connectivity.FixedInDegree(2, true, true);
    builder
        .projection(
            "u",
            "p_poisson",
            "p_lif-delta",
            how,
            c -> c.transmitter("gaba").weight(positive(-1, Unit.MV)))
        .projection(
            "t",
            "p_spike-list",
            "p_lif-exp",
            how,
            c ->
                c.transmitter(pick(List.of("glutamate", "dopamine")))
                    .weightAt("excitatory", positive(-1, Unit.PA))
                    .weightAt("signed", positive(-1, Unit.PA))
                    .delay(positive(-1, Unit.MS)));
  }

  private void electrical(NetworkBuilder builder) {
    builder.projection(
        "g",
        "p_lif-receptors",
        "p_lif-receptors",
        new Connectivity.FixedInDegree(2, true, true),
        c -> c.receptor("gap").weight(positive(-1, unit(Dimension.CONDUCTANCE))));
  }

  /** Rate models are sheets of one size, so that a 1×1 kernel fits between any two. */
  private Population population(String name, NeuronModel model) {
    Shape shape = draws.below(2) == 0 ? Shape.of(2, 3, 1 + draws.below(3)) : Shape.of(2, 3, 2);
    Map<String, Values> params = new LinkedHashMap<>();
    for (ParameterSpec spec : model.parameters()) {
      if (!spec.name().startsWith("v_r") && !spec.name().equals("v_th") && draws.below(2) == 0) {
        params.put(spec.name(), positive(shape.size(), spec.standard().unit()));
      }
    }
    List<Population.Position> positions =
        IntStream.range(0, draws.below(2) * shape.size())
            .mapToObj(i -> new Population.Position(number(), -0.0, i))
            .toList();
    List<Numbers> spikes =
        IntStream.range(0, model.name().equals("spike-list") ? shape.size() : 0)
            .mapToObj(i -> i % 2 == 0 ? Numbers.of() : Numbers.of(0.1 * i, i))
            .toList();
    boolean fires = model.family() != NeuronModel.Family.RATE && model.parameter("rate").isEmpty();
    return new Population(
        name,
        shape,
        model.name(),
        params,
        model.biasDimension().map(dimension -> bias(shape, unit(dimension))),
        positions,
        spikes,
        fires && draws.below(2) == 0
            ? Optional.of(Quantity.of(number(), "kHz"))
            : Optional.empty());
  }

  private Values bias(Shape shape, Unit unit) {
    return draws.below(3) == 0
        ? new Values.PerChannel(
            Numbers.of(IntStream.range(0, shape.channels()).mapToDouble(_ -> number()).toArray()),
            unit)
        : positive(shape.size(), unit);
  }

  private List<Connectivity> connectivities(Population from, Population to) {
    int n = Math.min(from.size(), to.size());
    return List.of(
        new Connectivity.Dense(),
        sheets(from, to),
        Connectivity.EdgeList.of(new int[] {0, 1, 0}, new int[] {2, 1, n - 2}),
        new Connectivity.AllToAll(draws.below(2) == 0),
        new Connectivity.FixedInDegree(draws.below(4), true, draws.below(2) == 0),
        new Connectivity.FixedTotalNumber(draws.below(6), draws.below(2) == 0, true),
        new Connectivity.PairwiseProbability(draws.uniform(), draws.below(2) == 0),
        new Connectivity.DegreeDistribution(
            3, distribution(Unit.NONE), distribution(Unit.NONE), draws.below(2) == 0));
  }

  /** Kernels and windows of any form that fits between two sheets of one size. */
  private Connectivity sheets(Population from, Population to) {
    boolean alike = from.shape().equals(to.shape());
    boolean rates =
        from.model().family() == NeuronModel.Family.RATE
            && to.model().family() == NeuronModel.Family.RATE;
    int groups = alike && draws.below(2) == 0 ? from.shape().channels() : 1;
    Margins odd = new Margins(2, 1, 0, 1);
    return pick(
        List.of(
            alike && rates ? pooling() : new Connectivity.Convolution(1, 1, 1, 0),
            new Connectivity.Convolution(1, 1, 1, 0),
            new Connectivity.Convolution(2, 2, Across.ONE, odd, new Across(2, 2), groups),
            new Connectivity.Convolution(
                3, 1, new Across(1, 1 + draws.below(1)), new Margins(1, 0, 1, 0), Across.ONE, 1)));
  }

  private Connectivity pooling() {
    return pick(
        List.of(
            Connectivity.Pooling.of(Connectivity.Pooling.Kind.MAX, 1, 1),
            new Connectivity.Pooling(
                Connectivity.Pooling.Kind.MEAN,
                3,
                2,
                Across.ONE,
                new Margins(1, 1, 1, 0),
                draws.below(2) == 0)));
  }

  private Normalisation normalisation(Population from) {
    int channels = from.shape().channels();
    double[] means = IntStream.range(0, channels).mapToDouble(_ -> number()).toArray();
    double[] variances = IntStream.range(0, channels).mapToDouble(_ -> 0.1 + number()).toArray();
    return pick(
        List.of(
            Normalisation.none(),
            Normalisation.rms(),
            new Normalisation.Layer(1e-5, pick(List.of(Normalisation.Layer.Over.values()))),
            new Normalisation.Batch(Numbers.of(means), Numbers.of(variances), 1e-3, 0.25)));
  }

  private Projection projection(String name, Population from, Population to, Connectivity how) {
    long listed =
        SynapseCount.parameters(how, from.shape(), to.shape(), from.name().equals(to.name()));
    int count = listed > 10_000 ? -1 : (int) listed;
    // electrical synapses join only neurons of the same states: one of its own, see electrical
    List<NeuronModel.Receptor> receptors =
        to.model().receptors().stream().filter(r -> !r.name().equals("gap")).toList();
    Optional<NeuronModel.Receptor> receptor =
        draws.below(2) == 0 ? Optional.empty() : Optional.of(pick(receptors));
    Unit weight = unit(receptor.orElseGet(receptors::getFirst).weight());
    boolean rate = from.model().family() == NeuronModel.Family.RATE;
    return new Projection(
        name,
        from.name(),
        to.name(),
        how,
        how instanceof Connectivity.Pooling ? Values.constant(1) : positive(count, weight),
        draws.below(2) == 0 ? Optional.empty() : Optional.of(delay(from, to, count)),
        receptor.map(NeuronModel.Receptor::name),
        rate ? normalisation(from) : Normalisation.none(),
        draws.below(2) == 0
            ? Optional.empty()
            : Optional.of(
                new LearningRule(
                    "rule " + pick(TEXTS),
                    Map.of("a", Quantity.of(number()), "b c", Quantity.of(number(), "1/ms")))),
        Optional.empty(),
        Optional.empty(),
        release(from, to, how),
        Optional.empty());
  }

  private Values delay(Population from, Population to, int count) {
    boolean passes =
        from.model().family() == NeuronModel.Family.RATE
            && to.model().family() == NeuronModel.Family.RATE;
    return passes && draws.below(2) == 0
        ? Values.constant(1 + draws.below(3))
        : positive(count, Unit.MS);
  }

  /** Projections that learn, by rules of Hillock and of their own. */
  private void learning(NetworkBuilder builder) {
    SynapseText own =
        SynapseText.read("own", "own-" + draws.below(9), OWN_RULE + pick(List.of("", "\n", "# ä")));
    for (int i = 0; i < 6; i++) {
      SynapseText rule =
          draws.below(3) == 0 ? own : SynapseRules.named("rule", pick(SynapseRules.names()));
      Map<String, Quantity> params = new LinkedHashMap<>();
      rule.parameters().stream()
          .filter(_ -> draws.below(2) == 0)
          .forEach(p -> params.put(p.name(), new Quantity(0.1 + number(), p.standard().unit())));
      Map<String, String> modulators = new LinkedHashMap<>();
      rule.modulators().stream()
          .filter(_ -> draws.below(2) == 0)
          .forEach(m -> modulators.put(m.name(), "tone"));
      Plasticity plasticity =
          new Plasticity(
              rule,
              params,
              Quantity.of(0, pick(List.of("pA", "nA"))),
              Quantity.of(9, "pA"),
              pick(List.of(Plasticity.DelaySide.values())),
              modulators);
      Connectivity how = new Connectivity.FixedInDegree(2, true, true);
      String name = "plastic" + i;
      builder.projection(
          name,
          "p_poisson",
          "p_lif-exp",
          how,
          parts -> parts.weight(Values.constant(number(), "pA")).plasticity(plasticity));
    }
  }

  private Optional<Release> release(Population from, Population to, Connectivity how) {
    boolean spikes =
        from.model().family() != NeuronModel.Family.RATE
            && to.model().family() == NeuronModel.Family.SPIKING
            && !(how instanceof Connectivity.Convolution);
    if (!spikes || draws.below(2) == 0) {
      return Optional.empty();
    }
    ReleaseProbability probability =
        draws.below(2) == 0
            ? new ReleaseProbability.Facilitation(0.25, draws.below(100))
            : new ReleaseProbability.BoundCalcium(1e-4, 0.02, 1 + draws.below(60), 0.03, 3, 0.5);
    return Optional.of(
        new Release(probability, 1 + draws.below(9), draws.below(900), draws.below(2) == 0));
  }

  private static Unit unit(Dimension dimension) {
    return Stream.of("", "mV", "pA", "nS", "mV/ms")
        .map(Unit::parse)
        .filter(unit -> unit.dimension().equals(dimension))
        .findFirst()
        .orElseThrow();
  }

  /** Values above 0; {@code count} below 0 allows no list. */
  private Values positive(int count, Unit unit) {
    return switch (draws.below(count < 1 ? 2 : 3)) {
      case 0 -> new Values.Constant(new Quantity(0.1 + number(), unit));
      case 1 -> new Values.Drawn(distribution(unit));
      default ->
          new Values.Listed(
              Numbers.of(
                  draws.below(2) == 0
                      ? IntStream.range(0, count).mapToDouble(i -> 0.5 + i).toArray()
                      : IntStream.range(0, count).mapToDouble(i -> 0.1 + number()).toArray()),
              unit);
    };
  }

  private Distribution distribution(Unit unit) {
    return switch (draws.below(7)) {
      case 0 -> new Distribution.Uniform(0.25, 1 + number(), unit);
      case 1 -> new Distribution.Normal(1.5, number(), 0.5, 2.5, unit);
      case 2 -> new Distribution.Normal(1.5, 0.1, 0.5, Double.POSITIVE_INFINITY, unit);
      case 3 -> new Distribution.Uniform(1e-9, 3e20, unit);
      case 4 -> new Distribution.LogNormal(1 + number(), 0.5, 0.1 + 0.25 * number(), 9, unit);
      case 5 -> new Distribution.Geometric(1 + number(), 0.1 + number(), unit);
      default -> new Distribution.Uniform(number() / 1e5 + 1e-7, 1, unit);
    };
  }

  private double number() {
    return draws.uniform();
  }

  private <T> T pick(List<T> from) {
    return from.get(draws.below(from.size()));
  }
}
