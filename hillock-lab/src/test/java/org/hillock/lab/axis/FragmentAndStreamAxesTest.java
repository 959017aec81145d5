package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

/** Recall from a fragment, a stream of images, and what is left after the input. */
class FragmentAndStreamAxesTest {

  /** Four pixels in a square, one bright: what is asked is which. */
  private static final Dataset SQUARE = square();

  private static Dataset square() {
    float[][] images = new float[16][4];
    int[] labels = new int[16];
    for (int i = 0; i < 16; i++) {
      labels[i] = i / 4;
      images[i][labels[i]] = 1;
    }
    return new Dataset("square", Shape.of(2, 2, 1), images, labels, 4, "by hand");
  }

  /**
   * Each of four pixels is covered from two of four sides; covered, all outputs are 0 and the first
   * is taken, which is right for the first pixel: 8 of 16 stay seen and 2 are guessed. Above
   * guessing, 1/4: (10/16 - 1/4) / (3/4).
   */
  @Test
  void halfOfTheImageIsHalfOfTheAnswers() {
    Measurement.Measured recall = Measured.by(new RecallAxis(), Nets.brightest(4), SQUARE);
    assertThat(recall.value()).isCloseTo(0.5, within(1e-12));
    assertThat(Measured.detail(recall, "accuracy_whole")).isEqualTo(1);
    assertThat(Measured.detail(recall, "accuracy_half_covered")).isEqualTo(10.0 / 16);
    assertThat(recall.interval().orElseThrow().low()).isBetween(0.0, 0.5);
  }

  @Test
  void theCoverComesFromEachSide() {
    Dataset white = Images.unlabelled(2, new float[4], new float[4], new float[4], new float[4]);
    for (float[] image : white.images()) {
      Arrays.fill(image, 1);
    }
    Dataset sheet =
        new Dataset("white", Shape.of(2, 2, 1), white.images(), new int[4], 2, "by hand");
    assertThat(RecallAxis.covered(sheet, 0.5).images())
        .isDeepEqualTo(new float[][] {{0, 0, 1, 1}, {1, 0, 1, 0}, {1, 1, 0, 0}, {0, 1, 0, 1}});
    assertThat(RecallAxis.covered(sheet, 0).images()).isDeepEqualTo(sheet.images());
    // a single row is covered along itself
    assertThat(RecallAxis.covered(white, 0.5).images())
        .isDeepEqualTo(new float[][] {{0, 0, 1, 1}, {0, 0, 1, 1}, {1, 1, 0, 0}, {1, 1, 0, 0}});
  }

  @Test
  void whoOnlyGuessesRecallsNothing() {
    Network blind =
        Network.builder("blind")
            .population("image", 4, "input")
            .population("out", 4, "identity")
            .projection(
                "image", "out", new Connectivity.OneToOne(), p -> p.weight(Values.constant(0)))
            .decision(new Decision.LargestValue("out"))
            .build();
    assertThat(new RecallAxis().measure(new Subject(blind, SQUARE, 1, false)))
        .isInstanceOf(Measurement.NotDefined.class);
    assertThat(new StreamAxis().measure(new Subject(blind, SQUARE, 1, false)))
        .isInstanceOf(Measurement.NotDefined.class);
  }

  /** A pass keeps nothing: as fast as is asked, at a cost that grows with the rate. */
  @Test
  void aPassFollowsAnyStream() {
    Measurement.Measured stream = Measured.by(new StreamAxis(), Nets.brightest(4), SQUARE);
    assertThat(stream.value()).isEqualTo(1000);
    assertThat(Measured.detail(stream, "accuracy_streamed")).isEqualTo(1);
    assertThat(stream.series().get(1).y()[0]).isEqualTo(4 * 5.0);
    assertThat(stream.series().get(1).y()[11]).isEqualTo(4 * 1000.0);
    // four pixels, each bright in one of four images: 4 · H(1/4)
    assertThat(Measured.detail(stream, "bits_per_image")).isCloseTo(4 * 0.8112781, within(1e-6));
  }

  /**
   * Integrators with a threshold of 1 mV fire each ms that their pixel is 1, once its light has
   * arrived 1 ms late: an image of 1 ms has gone before it is seen, and the answer is the one
   * before.
   */
  @Test
  void aDelayLimitsTheRate() {
    Measurement.Measured stream = Measured.by(new StreamAxis(), Nets.brightestInSpikes(4), SQUARE);
    assertThat(Measured.detail(stream, "accuracy_alone")).isEqualTo(1);
    assertThat(stream.value()).isBetween(100.0, 500.0);
    double[] accuracy = stream.series().getFirst().y();
    assertThat(accuracy[0]).isEqualTo(1);
    assertThat(accuracy[accuracy.length - 1]).isLessThan(0.9);
    // an image that is presented anew changes no pixel, and so brings no event
    assertThat(Measured.detail(stream, "cost_of_copies")).isEqualTo(1);
    assertThat(Measured.detail(stream, "accuracy_10_images_per_s_as_200_frames"))
        .isEqualTo(Measured.detail(stream, "accuracy_10_images_per_s"));
  }

  /**
   * Which pixel was lit stays in a loop of its own for good, and is gone at once where there is
   * none: two stimuli, then, are told apart by chance.
   */
  @Test
  void aLoopRemembersWhatWasShown() {
    Dataset two = Images.unlabelled(2, new float[] {1, 0}, new float[] {0, 1});
    Network loops =
        Network.builder("loops")
            .population("image", 2, "input")
            .population("out", 2, "if")
            .projection(
                "image", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .projection(
                "out", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("out"))
            .build();
    Measurement.Measured kept = Measured.by(new AfterInputAxis(), loops, two);
    assertThat(Measured.detail(kept, "stimulus_told_from_150_ms")).isEqualTo(1);
    Measurement.Measured gone = Measured.by(new AfterInputAxis(), Nets.brightestInSpikes(2), two);
    assertThat(Measured.detail(gone, "stimulus_told_from_50_ms")).isEqualTo(0.5);
    assertThat(Measured.detail(gone, "stimulus_told_by_chance")).isEqualTo(0.5);
  }

  /** Cells that nobody asks anything get a current that makes them fire; alone they are silent. */
  @Test
  void cellsThatDecideNothingArePoked() {
    Network alone = Network.builder("alone").population("cells", 50, "lif-delta", p -> p).build();
    Measurement.Measured after =
        (Measurement.Measured) new AfterInputAxis().measure(Subject.leftAlone(alone, 1, false));
    assertThat(after.value()).isZero();
    assertThat(after.method()).contains("It decides nothing");
    assertThat(Measured.detail(after, "hz_per_neuron_never_shown")).isZero();
  }

  /** tanh of 2 times itself has a resting point beside 0: once pushed, it stays there. */
  @Test
  void recurrentPassesKeepWhatTheirLoopsKeep() {
    assertThat(keeps(2)).isEqualTo(100);
    // 0.5 to the 7th is below a hundredth
    assertThat(keeps(0.5)).isBetween(5.0, 8.0);
  }

  /** The same where nothing is asked and nothing can be shown: a tenth of them is pushed. */
  @Test
  void ratesThatDecideNothingArePushed() {
    Network alone =
        Network.builder("alone")
            .population("cells", 20, "tanh")
            .projection(
                "cells",
                "cells",
                new Connectivity.OneToOne(),
                p -> p.weight(Values.constant(2)).delay("1"))
            .build();
    Measurement.Measured after =
        (Measurement.Measured) new AfterInputAxis().measure(Subject.leftAlone(alone, 1, false));
    assertThat(after.value()).isEqualTo(100);
    assertThat(after.method()).contains("A tenth of its neurons");
  }

  private static double keeps(double weight) {
    Network loop =
        Network.builder("loop")
            .population("image", 2, "input")
            .population("hidden", 2, "tanh")
            .population("out", 2, "identity")
            .projection("image", "hidden", new Connectivity.OneToOne(), p -> p)
            .projection(
                "hidden",
                "hidden",
                new Connectivity.OneToOne(),
                p -> p.weight(Values.constant(weight)).delay("1"))
            .projection("hidden", "out", new Connectivity.OneToOne(), p -> p)
            .decision(new Decision.LargestValue("out"))
            .presentation(Presentation.inPasses(Shape.of(1, 2, 1), Presentation.Order.WHOLE))
            .build();
    Measurement.Measured after =
        Measured.by(new AfterInputAxis(), loop, Images.unlabelled(2, new float[] {1, 0}));
    assertThat(after.unit()).isEqualTo("passes");
    return after.value();
  }
}
