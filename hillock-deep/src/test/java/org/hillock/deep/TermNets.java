package org.hillock.deep;

import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.random.Draws;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.SiteRef;

/** Networks in which every way of joining occurs, and what can be done to them at random. */
final class TermNets {

  /** An ε that lets no rounding of nearly equal values grow. */
  private static final double SOFT = 0.1;

  private TermNets() {}

  /** Kernels, windows of both kinds, a part of each drawn, normalised in every way. */
  static Network sheets(long seed) {
    Shape image = Shape.of(6, 6, 2);
    Shape sheet = Shape.of(6, 6, 3);
    Shape small = Shape.of(3, 3, 3);
    return Network.builder("sheets")
        .seed(seed)
        .population("image", image, "input", p -> p)
        .population(
            "sheet", sheet, "relu", p -> p.bias(Values.perChannel(new double[] {0.1, 0, -0.2})))
        .population("largest", small, "identity", p -> p)
        .population("mean", small, "gelu", p -> p.bias(normal(0.1)))
        .population("inner", 7, "leaky-relu", p -> p)
        .population("out", 4, "softmax", p -> p.bias(normal(0.5)))
        .projection(
            "image",
            "sheet",
            new Convolution(3, 3, new Across(1, 1), new Margins(1, 1, 1, 1), new Across(1, 1), 1),
            c -> c.weight(normal(0.4)))
        .projection("sheet", "largest", pooling(Pooling.Kind.MAX), c -> c)
        .projection(
            "sheet",
            "mean",
            pooling(Pooling.Kind.MEAN),
            c -> c.normalise(new Normalisation.Layer(SOFT, Normalisation.Layer.Over.CHANNELS)))
        .projection(
            "largest",
            "inner",
            new Connectivity.FixedInDegree(5, true, true),
            c ->
                c.weight(normal(1))
                    .normalise(
                        new Normalisation.Batch(
                            Numbers.of(0.5, 0, 1), Numbers.of(1, 2, 0.1), 1e-5, 0.1)))
        .projection(
            "mean", "inner", dense(), c -> c.weight(normal(0.6)).normalise(Normalisation.rms()))
        .projection("inner", "out", dense(), c -> c.weight(normal(0.8)))
        .build();
  }

  private static Connectivity pooling(Pooling.Kind kind) {
    return new Pooling(kind, 2, 2, new Across(2, 2), new Margins(0, 0, 0, 0), false);
  }

  /** Gates, delays of one and two passes, and modulators that move. */
  static Network gates(long seed) {
    return Network.builder("gates")
        .seed(seed)
        .population("image", 5, "input")
        .population("gate", 4, "sigmoid", p -> p.bias(normal(0.5)))
        .population("inner", 4, "tanh", p -> p.bias(normal(0.3)))
        .population("kept", 4, "product", p -> p.bias(normal(0.3)))
        .population("out", 3, "hard-sigmoid", p -> p.bias(normal(0.3)))
        .projection("image", "gate", dense(), c -> c.weight(normal(0.7)))
        .projection("image", "inner", dense(), c -> c.weight(normal(0.7)).delay(Values.constant(2)))
        .projection("kept", "inner", dense(), c -> c.weight(normal(0.7)).delay(Values.constant(1)))
        .projection("inner", "kept", dense(), c -> c.weight(normal(0.7)))
        .projection("gate", "kept", new OneToOne(), c -> c.receptor(RateFunction.RIGHT))
        .projection("kept", "out", dense(), c -> c.weight(normal(0.7)))
        .modulator(
            new Modulator(
                    "fatigue",
                    0.2,
                    Optional.of(Quantity.of(100, "ms")),
                    Optional.empty(),
                    Optional.of(new Activity("out", Measure.PER_VALUE, 0.8)),
                    List.of(new Target("kept", -0.5), new Target("inner", 1)))
                .withPass(Quantity.of(20, "ms")))
        .modulator(new Modulator("arousal", 0.5, List.of(new Target("inner", 0.4))))
        .build();
  }

  /** Something that can be done to a network of rate neurons. */
  static Intervention any(Network network, Draws draws) {
    List<Population> populations = new ArrayList<>(network.populations().values());
    Population population = populations.get(draws.below(populations.size()));
    boolean input = population.neuron().equals("input");
    SiteRef neuron =
        SiteRef.of(population.name(), new int[] {draws.below(population.size())}, "value");
    List<Projection> projections = new ArrayList<>(network.projections().values());
    return switch (draws.below(input ? 3 : 6)) {
      case 0 -> new Silence(neuron, Silence.Scope.OUTPUTS, Window.ALWAYS);
      case 1 -> new Intervention.Clamp(neuron, draws.normal(), Window.ALWAYS);
      case 2 -> new Intervention.Patch(neuron, Numbers.of(draws.normal()), Window.ALWAYS);
      case 3 -> new Silence(neuron, Silence.Scope.INPUTS, Window.ALWAYS);
      case 4 -> new Intervention.Stimulate(neuron, draws.normal(), Window.ALWAYS);
      default ->
          new Intervention.Lesion(
              projections.get(draws.below(projections.size())).name(), Window.ALWAYS);
    };
  }
}
