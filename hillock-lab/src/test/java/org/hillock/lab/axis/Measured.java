package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;

/** Short words to measure a network on one axis. */
final class Measured {

  private Measured() {}

  static Subject subject(Network network, Dataset images) {
    return new Subject(network, images, 1, false);
  }

  /** What the axis gives, which must be a value. */
  static Measurement.Measured by(Axis axis, Network network, Dataset images) {
    Measurement given = axis.measure(subject(network, images));
    assertThat(given).isInstanceOf(Measurement.Measured.class);
    return (Measurement.Measured) given;
  }

  static double value(Axis axis, Network network, Dataset images) {
    return by(axis, network, images).value();
  }

  static double detail(Measurement.Measured measured, String name) {
    return Objects.requireNonNull(measured.details().get(name), name);
  }
}
