package org.hillock.lab.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.learning.Locality;
import org.junit.jupiter.api.Test;

/** Readouts that learn from what spikes leave, on pictures of 3×3 pixels shown as streams. */
class ReadoutTest {

  private static final Dataset COLUMNS = Images.columns(120, 1);
  private static final Split SPLIT = Split.stratified(COLUMNS, 0.25, 3);
  private static final List<String> RULES = List.of("delta", "three-factor");

  private static Presentation rows() {
    return new Presentation(
        Shape.of(3, 3, 1),
        Presentation.Order.ROWS,
        Quantity.of(6, "ms"),
        Quantity.of(2, "ms"),
        Quantity.of(1, "ms"));
  }

  /** Three inputs → six cells, two for each → a readout that hears all. */
  private static NetworkBuilder cells(String readout) {
    return Network.builder("cells")
        .population("image", 3, "input")
        .population("cells", 6, "lif-delta")
        .population("out", 2, readout, p -> p.bias(Nets.mVPerMs(0, 0)))
        .projection(
            "image",
            "cells",
            Connectivity.EdgeList.of(new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 1, 2, 3, 4, 5}),
            Nets.mV(8, 5, 8, 5, 8, 5))
        .decision(new Decision.MostSpikes("out"))
        .presentation(rows());
  }

  private static Network network(String readout) {
    return cells(readout).projection("cells", "out", Nets.dense(), Nets.mV(new double[12])).build();
  }

  private static Trained train(String rule, Network network) {
    return Trainers.named(rule)
        .train(network, SPLIT.train(), TrainingOptions.seeded(4), Progress.NONE);
  }

  private static double right(Network network) {
    try (Classifier classifier = Classifier.open(network, 9)) {
      return classifier.accuracy(SPLIT.test(), Progress.NONE);
    }
  }

  @Test
  void bothRulesTeachBothKindsOfReadout() {
    for (String rule : RULES) {
      for (String neuron : List.of("if", "lif-delta")) {
        Trained trained = train(rule, network(neuron));
        // one of two columns is lit: guessing gives a half
        assertThat(right(trained.network())).as(rule + " " + neuron).isGreaterThan(0.95);
        assertThat(trained.lossByEpoch().getLast()).isLessThan(trained.lossByEpoch().getFirst());
        assertThat(trained.network().provenance().history().getLast())
            .startsWith("trained by " + rule + ", seed 4");
        assertThat(trained.network().projection("image_cells"))
            .isEqualTo(network(neuron).projection("image_cells"));
      }
    }
  }

  /** What is learnt from is what the neurons do, to the digits of single precision. */
  @Test
  void theSumThatIsLearntFromIsThePotentialAtTheAnswer() {
    Network learnt = train("delta", network("lif-delta")).network();
    Readout readout = Readout.of(learnt);
    Dataset few = SPLIT.test().first(5);
    StreamTraces traces =
        StreamTraces.of(readout, few, 9, Progress.NONE, (population, neuron, what) -> {});
    double[] biases = readout.biases();
    double[][] weights = readout.weights();
    try (Responder responder = Responder.open(learnt, DecisionTiming.of(learnt), 9)) {
      for (int i = 0; i < few.size(); i++) {
        responder.show(few.images()[i], Optional.empty(), i);
        double[] v =
            responder.session()
                .read(responder.session().bind(org.hillock.core.session.SiteRef.of("out", "v")))[0];
        for (int n = 0; n < v.length; n++) {
          double sum = biases[n] * readout.biasLeft();
          for (int k = 0; k < weights[n].length; k++) {
            sum += weights[n][k] * traces.rows()[i][k];
          }
          assertThat(v[n]).isCloseTo(sum, within(1e-4));
        }
      }
    }
  }

  @Test
  void theSameSeedLearnsTheSame() {
    for (String rule : RULES) {
      assertThat(train(rule, network("if")).network().projections())
          .isEqualTo(train(rule, network("if")).network().projections());
    }
  }

  /** The last of three rows shows the lit column as well as any. */
  @Test
  void theRawStreamIsAControl() {
    for (RawStream.Read read : RawStream.Read.values()) {
      assertThat(RawStream.accuracy(rows(), read, SPLIT, TrainingOptions.seeded(1)))
          .isGreaterThan(0.9);
    }
  }

  private static Locality seen(String rule) {
    double[] weights = new double[12];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = 0.1 * (1 + k % 5);
    }
    Network network =
        cells("if").projection("cells", "out", Nets.dense(), Nets.mV(weights)).build();
    Locality.Measured measured =
        Locality.measure(
            new Lesson(network, Trainers.named(rule), TrainingOptions.seeded(4), SPLIT.train()), 3);
    assertThat(measured).as(rule).isInstanceOf(Locality.Measured.Seen.class);
    return ((Locality.Measured.Seen) measured).locality();
  }

  /** Each neuron has its own error: nothing of the others, but its own teacher. */
  @Test
  void theDeltaRuleHearsTheLabelAndNothingElse() {
    Locality seen = seen("delta");
    assertThat(seen.weightBeside().counted()).isPositive();
    assertThat(seen.weight()).hasValue(0);
    assertThat(seen.activity()).hasValue(0);
    assertThat(seen.label().share()).isGreaterThan(0.5);
  }

  @Test
  void messagesAreABitForEachNeuron() {
    for (String rule : RULES) {
      var messages = Trainers.named(rule).messages(network("if")).orElseThrow();
      assertThat(messages.bitsPerSynapse()).isEqualTo(1);
      assertThat(messages.bitsPerUpdate()).isEqualTo(2);
    }
  }

  private static Optional<String> refusal(UnaryOperator<NetworkBuilder> more) {
    return Trainers.named("delta").refuses(more.apply(cells("if")).build());
  }

  @Test
  void saysWhyItRefuses() {
    assertThat(Trainers.named("delta").refuses(Nets.brightest(4)))
        .hasValue("it does not decide by the neuron of a population that spikes most");
    assertThat(refusal(b -> b)).hasValue("no projection ends on population 'out'");
    assertThat(
            refusal(b ->
                b.projection("cells", "out", Nets.dense(), Nets.mV(new double[12]))
                    .projection("out", "cells", Nets.dense(), Nets.mV(new double[12]))))
        .hasValue("population 'out', which decides, acts back on the network by 'out_cells'");
    assertThat(
            refusal(b ->
                b.projection(
                    "cells", "out", new Connectivity.AllToAll(true), p -> p.weight("1 mV"))))
        .hasValue("projection 'cells_out', which would learn, is 'all-to-all', not 'dense'");
    assertThat(
            refusal(b ->
                b.projection(
                    "cells", "out", Nets.dense(), p -> p.weight("1 mV").receptor("inhibitory"))))
        .hasValue(
            "projection 'cells_out', which would learn, has one sign; learning needs receptor"
                + " 'signed'");
    assertThat(
            refusal(b ->
                b.projection("image", "out", Nets.dense(), p -> p.weight("1 mV").delay("1 ms"))))
        .hasValue(
            "projection 'image_out', which would learn, comes from 'image', whose neurons do not"
                + " spike");
  }

  @Test
  void tooLargeStepsAreToldAndNotWritten() {
    Trainer rule = Trainers.named("delta");
    TrainingOptions wild = TrainingOptions.seeded(4).with("learning_rate", 1e9);
    assertThatThrownBy(() -> rule.train(network("if"), SPLIT.train(), wild, Progress.NONE))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a smaller learning_rate helps");
    assertThatThrownBy(() ->
            rule.train(
                network("if"),
                SPLIT.train(),
                TrainingOptions.seeded(4).with("epochs", 1.5),
                Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage("delta.epochs: 1.5 is not a whole number of 1 or more");
  }

  @Test
  void picturesMustBeThoseOfThePresentation() {
    Dataset other = Images.brightest(20, 9, 2);
    assertThatThrownBy(() -> Classifier.checkFits(network("if"), other))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "presentation.picture: is 3×3×1, but an image of 'brightest' is 1×9×1");
  }
}
