package org.hillock.lab.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * The brain-like network of the built-in comparison: Poisson sources for pixels, excitatory cells
 * that learn by spike timing and compete through inhibitory ones, thresholds that adapt, no labels
 * (after Diehl and Cook 2015, doi 10.3389/fncom.2015.00099). {@code networks/digits-stdp.net.yaml}
 * is the same, as a file.
 */
public final class BrainLikeNetwork {

  /** Excitatory cells, and inhibitory ones, that its values were found for. */
  static final int NEURONS = 150;

  /** The rule that it is trained by. */
  static final String RULE = "stdp";

  /** How it is trained: everything that differs from the rule's standard settings. */
  private static final LearningRule TRAINING =
      new LearningRule(
          RULE,
          Map.of(
              "epochs", Quantity.of(3),
              "rest", Quantity.of(30, "ms"),
              "enough", Quantity.of(2),
              "most", Quantity.of(3),
              "at_end", Quantity.of(0.05),
              "label_images", Quantity.of(700)));

  private BrainLikeNetwork() {}

  /** How it is trained. */
  static Map<String, Quantity> training() {
    return TRAINING.params();
  }

  /**
   * The network before it has learnt anything.
   *
   * @param image shape of the image
   * @param neurons excitatory cells, and inhibitory ones
   */
  public static Network of(Shape image, int neurons, int classes, long seed) {
    NeuronModel pyramidal = NeuronTexts.read("pyramidal.neuron", text("pyramidal.neuron"));
    NeuronModel interneuron = NeuronTexts.read("interneuron.neuron", text("interneuron.neuron"));
    SynapseText rule =
        SynapseText.read("towards-the-trace.synapse", text("towards-the-trace.synapse"));
    Values drawn = Values.drawn(new Distribution.Uniform(0, 0.084, Unit.NONE));
    return Network.builder("brain-like")
        .seed(seed)
        .provenance(
            new Provenance(
                "Excitatory and inhibitory cells that learn images without labels, by spike timing",
                "10.3389/fncom.2015.00099",
                List.of()))
        .population("image", image, "poisson", p -> p.param("rate", "900 Hz"))
        .population("exc", neurons, pyramidal, p -> p)
        .population("inh", neurons, interneuron, p -> p)
        .projection(
            "image",
            "exc",
            new Connectivity.Dense(),
            p ->
                p.weight(drawn)
                    .delay("0.5 ms")
                    .receptor("excitatory")
                    .plasticity(
                        new Plasticity(
                            rule,
                            Map.of(),
                            Quantity.of(0),
                            Quantity.of(1),
                            Plasticity.DelaySide.AXONAL,
                            Map.of()))
                    .learning(TRAINING))
        .projection(
            "exc",
            "inh",
            new Connectivity.OneToOne(),
            p -> p.weight("10.4").delay("0.5 ms").receptor("excitatory"))
        .projection(
            "inh",
            "exc",
            new Connectivity.AllButOwn(),
            p -> p.weight("17").delay("0.5 ms").receptor("inhibitory"))
        .modulator(new Modulator("learning", 1, List.of()))
        .decision(
            new Decision.Votes(
                "exc", classes, Quantity.of(200, "ms"), Quantity.of(0.5, "ms"), List.of()))
        .build();
  }

  private static String text(String name) {
    try (InputStream in = BrainLikeNetwork.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource '" + name + "' is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
