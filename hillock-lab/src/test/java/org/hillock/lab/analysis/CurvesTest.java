package org.hillock.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.junit.jupiter.api.Test;

class CurvesTest {

  private static Experiment run(Network network, double lengthMs) {
    return new Experiment(
        Openable.of(network), List.of(), lengthMs, List.of(), SessionOptions.seeded(1), 0);
  }

  private static Network one(String neuron) {
    return Network.builder("one").population("cell", 2, neuron).build();
  }

  /** t_ref + tau·ln(I·tau/(I·tau − v_th)) between spikes, of steps of 0.1 ms. */
  @Test
  void theCurveOfALeakyNeuronIsTheKnownOne() {
    CurrentCurve curve =
        CurrentCurve.of(
            run(one("lif-delta"), 2000), SiteRef.parse("cell[0]"), 0, 4, 9, Progress.NONE);
    assertThat(curve.amountUnit()).isEqualTo("mV/ms");
    assertThat(curve.responseUnit()).isEqualTo("Hz");
    for (int i = 0; i < 9; i++) {
      double drive = curve.amounts()[i] * 20;
      double wanted = drive <= 20 ? 0 : 1000 / (2 + 20 * Math.log(drive / (drive - 20)));
      // at most a step of 0.1 ms later for each spike, and a spike more or less in 2 s
      assertThat(curve.responses()[i]).isCloseTo(wanted, within(0.5 + wanted * wanted * 1.1e-4));
    }
    assertThat(curve.least()).isEqualTo(1.5);
    assertThat(curve.gain()).isGreaterThan(30);
    assertThatThrownBy(() ->
            CurrentCurve.of(
                run(one("lif-delta"), 10), SiteRef.parse("cell"), 2, 1, 5, Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ascend");
  }

  /** Izhikevich's nullclines: u = 0.04v² + 5v + 140 and u = b·v. */
  @Test
  void thePhasePlaneHasTheNullclinesOfTheEquations() {
    PhasePlane plane =
        PhasePlane.of(
            run(one("izhikevich"), 100), SiteRef.parse("cell[0].v"), SiteRef.parse("cell[0].u"));
    assertThat(plane.xName()).isEqualTo("v (mV)");
    assertThat(plane.x()).hasSameSizeAs(plane.y()).hasSizeGreaterThan(900);
    PhasePlane.Field field = plane.field().orElseThrow();
    assertThat(field.nullcline(false))
        .isNotEmpty()
        .allSatisfy(point ->
            // straight: interpolation is exact
            assertThat(point[1]).isCloseTo(0.2 * point[0], within(1e-9)));
    for (double[] point : field.nullcline(true)) {
      double v = point[0];
      assertThat(point[1]).isCloseTo(0.04 * v * v + 5 * v + 140, within(1e-9));
    }
    assertThatThrownBy(() ->
            PhasePlane.of(
                run(one("izhikevich"), 10), SiteRef.parse("cell[0].v"), SiteRef.parse("cell[1].u")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not two variables of one neuron");
  }

  /** Poisson sources: Fano factor and variation of intervals about 1, no synchrony. */
  @Test
  void theSignsOfPoissonSourcesAreTheirOwn() {
    Network network =
        Network.builder("noise")
            .population("drive", 100, "poisson", p -> p.param("rate", "40 Hz"))
            .population("silent", 3, "lif-delta")
            .build();
    List<PopulationSigns> signs = PopulationSigns.of(Activity.of(run(network, 4000)), 200);
    PopulationSigns drive = signs.getFirst();
    // means over 100 neurons of some 150 spikes each: errors of about a hundredth
    assertThat(drive.mean()).isCloseTo(40, within(1.5));
    assertThat(drive.cv()).isCloseTo(1, within(0.05));
    assertThat(drive.cv2()).isCloseTo(1, within(0.05));
    assertThat(drive.lv()).isCloseTo(1, within(0.08));
    assertThat(drive.fano()).isCloseTo(1, within(0.08));
    assertThat(drive.chi()).isCloseTo(0.1, within(0.02));
    assertThat(drive.correlation()).isCloseTo(0, within(0.01));
    assertThat(drive.active()).isEqualTo(1);
    PopulationSigns silent = signs.getLast();
    assertThat(silent.mean()).isZero();
    assertThat(silent.active()).isZero();
    assertThat(silent.cv()).isNaN();
    assertThat(silent.dominantHz()).isNaN();
  }
}
