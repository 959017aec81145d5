package org.hillock.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.training.Progress;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Network NETWORK =
      Network.builder("n")
          .population(
              "in", 2, "spike-list", p -> p.spikes(new double[] {1, 2, 3}, new double[] {1}))
          .build();

  @Test
  void everyStepIsRunOnceInStridesThatAreNotTooLong() {
    try (Session session = Engines.open(NETWORK, SessionOptions.seeded(1))) {
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      List<Long> seen = new ArrayList<>();
      long done = new Pace(timed).run(1_234, d -> seen.add(d));
      assertThat(done).isEqualTo(1_234);
      // whole steps, so that only the rounding of their sum is left
      assertThat(Math.round(timed.timeMs() / timed.stepMs())).isEqualTo(1_234);
      assertThat(seen.getFirst()).isZero();
      for (int k = 1; k < seen.size(); k++) {
        // 20 ms are 200 steps
        assertThat(seen.get(k) - seen.get(k - 1)).isBetween(1L, 200L);
      }
      assertThat(new Pace(timed).run(10, d -> false)).isZero();
    }
  }

  @Test
  void progressTellsTimeSpeedAndRate() {
    try (Session session = Engines.open(NETWORK, SessionOptions.seeded(1))) {
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      RunProgress progress = new RunProgress(NETWORK, timed, 40, Progress.NONE);
      timed.advance(20);
      // 4 spikes of 2 neurons in 20 ms; 20 ms in 0.4 s of wall time
      assertThat(progress.told(0.4))
          .isEqualTo("20 of 40 ms, 0.050 × real time, mean rate 100.0 Hz");
    }
  }
}
