package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.scene.elephantandtiger.ElephantScene;
import org.junit.jupiter.api.Test;

/** Networks whose memory is known. */
class ContextAxisTest {

  private static Measurement.Measured of(Network network) {
    return Measured.by(new ContextAxis(), network, Images.columns(12, 1));
  }

  @Test
  void aPerceptronHasNoMemory() {
    var measured = of(BuiltInNetworks.perceptron(Images.columns(1, 1).shape(), List.of(5), 2, 1));
    assertThat(measured.value()).isZero();
    assertThat(Measured.detail(measured, "answers_changed_share")).isZero();
    assertThat(Measured.detail(measured, "noise_floor_bits")).isZero();
  }

  /**
   * The same input again in the next pass, added to that of this one: the last image counts half.
   */
  @Test
  void aNetworkThatHearsThePassBeforeIsBent() {
    Network network =
        Network.builder("remembers")
            .population("image", 9, "input")
            .population("out", 9, "identity")
            .projection("image", "out", new Connectivity.OneToOne(), p -> p)
            .projection(
                "image_out_later",
                "image",
                "out",
                new Connectivity.OneToOne(),
                p -> p.delay(Values.constant(1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    var measured =
        (Measurement.Measured)
            new ContextAxis().measure(new Subject(network, Images.brightest(12, 9, 1), 1, false));
    assertThat(measured.value()).isPositive();
    assertThat(Measured.detail(measured, "answers_changed_share")).isPositive();
    // with one image between, the pass before was blank
    assertThat(Measured.detail(measured, "after_a_gap_bits")).isZero();
  }

  /** Charge that is left from the image before counts for the next. */
  @Test
  void integratorsKeepWhatIsLeft() {
    assertThat(of(Nets.brightestInSpikes(9)).value()).isPositive();
  }

  @Test
  void channelsThatTireAreBent() {
    Network network = ElephantScene.network();
    var measured =
        (Measurement.Measured)
            new ContextAxis().measure(new Subject(network, Images.brightest(6, 61, 1), 1, false));
    assertThat(measured.value()).isPositive();
    assertThat(Measured.detail(measured, "noise_floor_bits")).isZero();
  }
}
