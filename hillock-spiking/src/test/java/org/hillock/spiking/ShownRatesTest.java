package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames shown on Poisson sources: numbers times the rate of their own. */
class ShownRatesTest {

  private static final int SIZE = 70;
  private static final double STEP = 0.5;

  /** Sources of whom each drives one neuron, and sources that all drive a few together. */
  private static Network network() {
    return Network.builder("shown")
        .population("driving", SIZE, "poisson", p -> p.param("rate", "400 Hz"))
        .population("image", SIZE, "poisson", p -> p.param("rate", "200 Hz"))
        .population("cells", SIZE, "lif-delta", p -> p.param("v_th", "6 mV"))
        .projection(
            "driving", "cells", new Connectivity.OneToOne(), c -> c.weight("2 mV").delay("2 ms"))
        .projection(
            "image",
            "cells",
            new Connectivity.AllToAll(true),
            c -> c.weight("0.2 mV").delay("0.5 ms"))
        .build();
  }

  private static float[] ramp(int period) {
    float[] row = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      row[i] = i % period / (period - 1f);
    }
    return row;
  }

  private static List<String> story(How how) {
    Bench bench = how.bench(network(), STEP);
    List<Recording> recordings = new ArrayList<>();
    for (String site : List.of("driving.spikes", "image.spikes", "cells.spikes", "cells.v")) {
      recordings.add(bench.record(site));
    }
    for (int trial = 0; trial < 2; trial++) {
      bench.session.reset(trial);
      bench.steps(30);
      bench.session.present(Stimulus.frame("image", ramp(5)));
      bench.session.present(Stimulus.frame("driving", ramp(7)));
      bench.steps(7);
      bench.session.present(Stimulus.frame("driving", ramp(3)));
      bench.steps(40);
      bench.session.present(new Stimulus.Nothing("image"));
      bench.session.present(new Stimulus.Nothing("driving"));
      bench.steps(20);
    }
    List<String> rows = new ArrayList<>();
    recordings.forEach(r -> rows.addAll(Bench.rows(r)));
    for (String population : List.of("driving", "image", "cells")) {
      rows.add(population + " " + bench.timed().spikes(population));
    }
    rows.add("events " + bench.timed().synapticEvents());
    return rows;
  }

  @Test
  void bothEnginesShowTheSameToTheBit() {
    List<String> plain = story(How.PLAIN);
    assertThat(plain.size()).isGreaterThan(1000);
    assertThat(story(How.ONE_THREAD)).isEqualTo(plain);
    assertThat(story(How.THREE_THREADS)).isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void aNumberIsAShareOfTheRate(How how) {
    for (String shown : List.of("image", "driving")) {
      double rate = shown.equals("image") ? 200 : 400;
      Bench bench = how.bench(network(), STEP);
      float[] half = new float[SIZE];
      Arrays.fill(half, 0, SIZE / 2, 0.5f);
      bench.session.present(Stimulus.frame(shown, half));
      Recording spikes = bench.record(shown + ".spikes");
      double seconds = 4;
      bench.steps((int) (seconds * 1000 / STEP));
      for (int k = 0; k < spikes.size(); k++) {
        assertThat(spikes.neuron(k)).isLessThan(SIZE / 2);
      }
      double expected = SIZE / 2 * 0.5 * rate * seconds;
      // five standard deviations of a Poisson count
      assertThat((double) spikes.size())
          .isCloseTo(expected, org.assertj.core.data.Offset.offset(5 * Math.sqrt(expected)));
    }
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void withoutAFrameTheyFireAtTheirOwnRateAgainAfterAReset(How how) {
    Bench bench = how.bench(network(), STEP);
    Recording before = bench.record("image.spikes");
    bench.steps(100);
    List<String> own = Bench.rows(before);
    bench.session.present(new Stimulus.Nothing("image"));
    bench.steps(100);
    assertThat(Bench.rows(before)).isEqualTo(own);
    bench.session.reset(0);
    Recording after = bench.record("image.spikes");
    bench.steps(100);
    assertThat(Bench.rows(after)).isEqualTo(own);
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void framesThatAreNoRates(How how) {
    Bench bench = how.bench(network(), STEP);
    float[] negative = new float[SIZE];
    negative[3] = -1;
    refused(
        () -> bench.session.present(Stimulus.frame("image", negative)),
        "a stimulus for 'image' holds -1.0 at neuron 3; 'poisson' neurons fire at so many times"
            + " their rate, so at least 0 is needed");
    float[] loud = new float[SIZE];
    loud[4] = 20_000;
    refused(
        () -> bench.session.present(Stimulus.frame("driving", loud)),
        "a stimulus for 'driving' makes neuron 4 fire 4000 spikes in a step, more than 1000");
    refused(
        () -> bench.session.present(Stimulus.frame("image", new float[3])),
        "a stimulus for 'image' has 3 numbers where the population has 70 neurons");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(UsageException.class).hasMessage(message);
  }
}
