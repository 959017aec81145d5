package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engines;
import org.hillock.lab.convert.SpikingTwin;
import org.junit.jupiter.api.Test;

/** What axes, the spiking twin and the spiking engine say of layers that are no plain sums. */
class LayersTest {

  private static final Shape SHEET = Shape.of(2, 1, 1);

  private static Network network(
      String neuron, Connectivity how, UnaryOperator<ProjectionParts> more) {
    return Network.builder("n")
        .population("image", SHEET, "input", p -> p)
        .population("out", SHEET, neuron, p -> p)
        .projection("image", "out", how, more)
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static Subject subject(Network network) {
    float[][] images = {{1, 3}, {4, 2}};
    return new Subject(
        network, new Dataset("d", SHEET, images, new int[] {1, 0}, 2, "made up"), 1, false);
  }

  private static void noSum(Network network, String because) {
    assertThat(new SumAxis().measure(subject(network)))
        .isEqualTo(new Measurement.NotDefined(because));
  }

  @Test
  void whatIsNoSumHasNone() {
    noSum(
        network("identity", Pooling.of(Pooling.Kind.MAX, 1, 1), p -> p),
        "because projection 'image_out' takes the largest of what it carries, which is no weighted"
            + " sum");
    noSum(
        network("product", new OneToOne(), p -> p),
        "because neurons of population 'out' send the product of two sums");
    noSum(
        network("identity", new OneToOne(), p -> p.delay(Values.constant(1))),
        "because projection 'image_out' carries what was sent in a pass before the one that was"
            + " watched");
  }

  @Test
  void aMeanAndANormalisedInputAreSums() {
    Normalisation.Batch batch =
        new Normalisation.Batch(Numbers.of(1), Numbers.of(0.25), 1e-12, 0.1);
    Network network =
        network("identity", Pooling.of(Pooling.Kind.MEAN, 1, 1), p -> p.normalise(batch));
    Measurement.Measured sum = (Measurement.Measured) new SumAxis().measure(subject(network));
    // single precision of the values against double precision of the sums
    assertThat(sum.value()).isCloseTo(1, within(1e-9));
  }

  @Test
  void severalPassesHaveNoSinglePassToMeasure() {
    Subject delayed =
        subject(network("identity", new OneToOne(), p -> p.delay(Values.constant(1))));
    for (Axis axis : List.of(new TimingAxis(), new CostAxis())) {
      assertThat(axis.measure(delayed))
          .isEqualTo(
              new Measurement.NotDefined(
                  "because it takes several passes for an answer, in which neurons hear what others"
                      + " sent in passes before"));
    }
  }

  /** What was sent a pass before is heard in the pass after the input, and then nothing is. */
  @Test
  void whatOthersSentBeforeOutlastsTheInput() {
    Subject delayed =
        subject(network("identity", new OneToOne(), p -> p.delay(Values.constant(1))));
    assertThat(new AfterInputAxis().ask(delayed))
        .isInstanceOfSatisfying(
            Measurement.Measured.class,
            measured -> assertThat(measured.value()).isBetween(0.0, 2.0));
  }

  @Test
  void biasesSharedByChannelAreOneParameter() {
    Network network =
        Network.builder("n")
            .population("image", 4, "input")
            .population("out", Shape.of(2, 2, 1), "relu", p -> p.bias(Values.perChannel(1)))
            .projection("image", "out", new Connectivity.Dense(), p -> p)
            .decision(new Decision.LargestValue("out"))
            .build();
    Measurement.Measured size = (Measurement.Measured) new SizeAxis().measure(subject(network));
    assertThat(size.details()).containsEntry("parameters", 17.0);
  }

  private static void noTwin(Network network, String message) {
    assertThatThrownBy(() -> SpikingTwin.of(network, new float[][] {{1, 2}}, 1))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void theSpikingTwinNamesWhatItCannotBe() {
    noTwin(
        network("relu", new OneToOne(), p -> p.delay(Values.constant(2))),
        "projections.image_out.delay: counts passes, of which spikes know nothing: it has no spiking"
            + " twin");
    Network mean = network("relu", Pooling.of(Pooling.Kind.MEAN, 1, 1), p -> p);
    assertThat(SpikingTwin.of(mean, new float[][] {{1, 2}}, 1).neurons()).isEqualTo(4);
  }

  private static String spikingRefuses(Network network) {
    return Engines.named("spiking").refuses(network).orElse("");
  }

  @Test
  void theSpikingEngineRefusesInASentence() {
    assertThat(spikingRefuses(network("relu", Pooling.of(Pooling.Kind.MAX, 1, 1), p -> p)))
        .isEqualTo(
            "projection 'image_out' takes the largest of what it carries, which is no sum of"
                + " arrivals");
    assertThat(spikingRefuses(network("relu", new OneToOne(), p -> p.delay(Values.constant(1)))))
        .isEqualTo(
            "projection 'image_out' counts its delay in passes, and this engine runs in time");
    assertThat(
            spikingRefuses(
                network("relu", new OneToOne(), p -> p.normalise(Normalisation.Batch.fresh(1)))))
        .isEqualTo(
            "projection 'image_out' normalises by 'batch', which needs all values of one pass at"
                + " once");
    assertThat(spikingRefuses(network("gelu", new OneToOne(), p -> p))).contains("'gelu'");
    assertThat(spikingRefuses(network("relu", Pooling.of(Pooling.Kind.MEAN, 1, 1), p -> p)))
        .isEmpty();
  }
}
