package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.learning.Schooling;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every axis keeps, on networks of every kind. */
class AxisContractTest {

  private static final Dataset COLUMNS = Images.columns(60, 1);

  private static Subject taught(Network network, String rule) {
    Lesson lesson =
        new Lesson(
            network, Trainers.named(rule), TrainingOptions.seeded(1).with("epochs", 5), COLUMNS);
    return new Subject(
        lesson.learnt(Progress.NONE), COLUMNS, 1, true, new Schooling.Taught(lesson));
  }

  private static Map<String, Subject> subjects() {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    subjects.put(
        "backpropagation",
        taught(
            BuiltInNetworks.perceptron(COLUMNS.shape(), List.of(6, 5), 2, 1), "backpropagation"));
    subjects.put(
        "forward-forward",
        taught(
            BuiltInNetworks.forwardForward(COLUMNS.shape(), List.of(6, 5), 2, 1),
            "forward-forward"));
    subjects.put("spikes", new Subject(Nets.brightestInSpikes(9), COLUMNS, 1, true));
    subjects.put("settling", new Subject(settling(), COLUMNS, 1, true));
    subjects.put("left alone in time", Subject.leftAlone(driven(), 1, true));
    subjects.put("left alone in passes", Subject.leftAlone(mapping(), 1, true));
    subjects.put("left alone in numbers", Subject.leftAlone(FromOutsideTest.ring(true), 1, true));
    return subjects;
  }

  /** Excitation and inhibition in circles, driven from outside, that decide nothing. */
  private static Network driven() {
    return Network.builder("driven")
        .population("drive", 10, "poisson", p -> p.param("rate", "200 Hz"))
        .population("exc", 12, "lif-exp")
        .population("inh", 4, "lif-exp")
        .projection("drive", "exc", Nets.dense(), p -> p.weight(Values.constant(150, "pA")))
        .projection("exc", "inh", Nets.dense(), p -> p.weight(Values.constant(200, "pA")))
        .projection(
            "inh",
            "exc",
            Nets.dense(),
            p -> p.receptor("inhibitory").weight(Values.constant(100, "pA")))
        .build();
  }

  /** A map of numbers to numbers without a decision. */
  private static Network mapping() {
    return Network.builder("mapping")
        .population("in", 5, "input")
        .population("hidden", 4, "relu")
        .population("out", 5, "identity")
        .projection("in", "hidden", Nets.dense(), p -> p.weight(Values.constant(0.3)))
        .projection("hidden", "out", Nets.dense(), p -> p.weight(Values.constant(-0.2)))
        .build();
  }

  /** Rate neurons that act on each other in circles. */
  private static Network settling() {
    return Network.builder("settling")
        .population("image", 9, "input")
        .population("hidden", 3, "relu")
        .population("out", 2, "identity")
        .projection("image", "hidden", Nets.dense(), p -> p.weight(Values.constant(0.1)))
        .projection(
            "hidden",
            "hidden",
            new Connectivity.AllToAll(false),
            p -> p.weight(Values.constant(-0.1)))
        .projection("hidden", "out", Nets.dense(), p -> p)
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  @TestFactory
  Stream<DynamicTest> everyAxisKeepsItsContract() {
    Map<String, Subject> subjects = subjects();
    return Axis.all().stream()
        .flatMap(axis ->
            subjects.entrySet().stream()
                .map(s ->
                    DynamicTest.dynamicTest(
                        axis.definition().id() + " of " + s.getKey(),
                        () -> check(axis, s.getValue()))));
  }

  private static void check(Axis axis, Subject subject) {
    switch (axis.ask(subject)) {
      case Measurement.NotDefined(String because) ->
          assertThat(because).startsWith("because ").doesNotEndWith(".");
      case Measurement.Measured measured -> {
        check(axis.definition(), measured);
        assertThat(axis.ask(subject))
            .as("measured again")
            .usingRecursiveComparison()
            .isEqualTo(measured);
      }
    }
  }

  private static void check(AxisDefinition definition, Measurement.Measured measured) {
    assertThat(measured.value()).isFinite();
    if (definition.scale() == AxisDefinition.Scale.SHARE) {
      assertThat(measured.value()).isBetween(0.0, 1.0);
    }
    assertThat(measured.method()).endsWith(".").doesNotContain("  ");
    assertThat(measured.exact() || measured.interval().isPresent())
        .as("counted exactly, or with an interval")
        .isTrue();
    measured
        .interval()
        .ifPresent(i -> {
          assertThat(measured.value()).isBetween(i.low(), i.high());
          assertThat(i.meaning()).isNotBlank();
        });
    assertThat(measured.details().values()).allMatch(Double::isFinite);
    assertThat(measured.details().keySet()).allMatch(name -> name.matches("[a-z0-9_]+"));
    for (Measurement.Series series : measured.series()) {
      series.band().ifPresent(band -> holds(series, band));
      assertThat(series.x()).isSorted();
      assertThat(series.name() + series.xLabel() + series.yLabel()).isNotBlank();
    }
  }

  private static void holds(Measurement.Series series, Measurement.Band band) {
    for (int i = 0; i < series.y().length; i++) {
      assertThat(series.y()[i]).isBetween(band.low()[i], band.high()[i]);
    }
    assertThat(band.meaning()).startsWith("95 % over ");
  }
}
