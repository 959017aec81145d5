package org.hillock.lab.comparison;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/** The networks of the built-in comparisons, before they have learnt anything. */
public final class BuiltInNetworks {

  /** Perceptrons that can be named beside networks of one's own. */
  public static final List<String> NAMED = List.of("digits-mlp", "mnist-mlp");

  private BuiltInNetworks() {}

  /**
   * A perceptron by its name, with the layers and the passes over the images that the built-in
   * comparison of so many images gives it. It has learnt nothing yet and states how it is to.
   *
   * @param name one of {@link #NAMED}
   * @param data that it is to learn from
   * @param quick shorter training
   */
  public static Network named(String name, Dataset data, boolean quick, long seed) {
    Plan plan = Plan.of(data.size(), data.shape(), quick);
    Network plain = perceptron(data.shape(), plan.hidden(), data.classes(), seed);
    LearningRule rule =
        new LearningRule(
            "backpropagation", plan.training(seed, plan.backpropagationEpochs()).settings());
    return plain
        .with(
            List.of(),
            plain.projections().values().stream().map(p -> p.withLearning(rule)).toList())
        .withName(name);
  }

  /**
   * A multilayer perceptron: image → hidden layers of ReLU → softmax. Weights are drawn as He et
   * al. 2015 propose (doi 10.1109/ICCV.2015.123).
   *
   * @param image shape of the image
   * @param hidden sizes of the hidden layers
   */
  public static Network perceptron(Shape image, List<Integer> hidden, int classes, long seed) {
    NetworkBuilder builder =
        Network.builder("perceptron")
            .seed(seed)
            .provenance(
                new Provenance(
                    "Multilayer perceptron with " + hidden + " hidden neurons", "", List.of()))
            .population("image", image, "input", p -> p);
    String below = "image";
    int fanIn = image.size();
    for (int layer = 0; layer < hidden.size(); layer++) {
      String name = "hidden" + (layer + 1);
      builder.population(name, hidden.get(layer), "relu", p -> p.bias(Values.constant(0)));
      builder.projection(below, name, new Connectivity.Dense(), weights(fanIn, 2));
      below = name;
      fanIn = hidden.get(layer);
    }
    return builder
        .population("out", classes, "softmax", p -> p.bias(Values.constant(0)))
        .projection(below, "out", new Connectivity.Dense(), weights(fanIn, 1))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** Image → softmax: multinomial logistic regression. */
  public static Network logisticRegression(Shape image, int classes, long seed) {
    return perceptron(image, List.of(), classes, seed).withName("logistic-regression");
  }

  /**
   * The same hidden layers for Forward-Forward (Hinton 2022, arXiv:2212.13345): labels come in
   * beside the image, each layer passes on its pattern without its strength, and the answer is the
   * label under which the hidden layers are most active.
   */
  public static Network forwardForward(Shape image, List<Integer> hidden, int classes, long seed) {
    NetworkBuilder builder =
        Network.builder("forward-forward")
            .seed(seed)
            .provenance(
                new Provenance(
                    "Forward-Forward network with " + hidden + " hidden neurons",
                    "10.48550/arXiv.2212.13345",
                    List.of()))
            .population("image", image, "input", p -> p)
            .population("label", classes, "input");
    String below = "image";
    int fanIn = image.size();
    for (int layer = 0; layer < hidden.size(); layer++) {
      String name = "hidden" + (layer + 1);
      int sources = fanIn;
      builder.population(name, hidden.get(layer), "relu", p -> p.bias(Values.constant(0)));
      builder.projection(
          below,
          name,
          new Connectivity.Dense(),
          p -> weights(sources, 1).apply(p).normalise(Normalisation.rms()));
      below = name;
      fanIn = hidden.get(layer);
    }
    return builder
        .projection("label", "hidden1", new Connectivity.Dense(), weights(1, 1))
        .decision(
            new Decision.LargestGoodness(
                "label",
                java.util.stream.IntStream.rangeClosed(1, hidden.size())
                    .mapToObj(i -> "hidden" + i)
                    .toList()))
        .build();
  }

  private static java.util.function.UnaryOperator<NetworkBuilder.ProjectionParts> weights(
      int fanIn, double variance) {
    return p ->
        p.weight(
            Values.drawn(
                new Distribution.Normal(
                    0,
                    Math.sqrt(variance / fanIn),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Unit.NONE)));
  }
}
