package org.hillock.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StopSignalTest {

  @Test
  @Timeout(20)
  void workThatNeverAskedEndsAtOnce() {
    StopSignal signal = new StopSignal();
    signal.stop();
    assertThat(signal.getAsBoolean()).isTrue();
  }

  @Test
  @Timeout(20)
  void workThatAskedIsGivenTimeToEnd() throws InterruptedException {
    StopSignal signal = new StopSignal();
    assertThat(signal.getAsBoolean()).isFalse();
    AtomicBoolean whole = new AtomicBoolean();
    AtomicBoolean wholeAtEnd = new AtomicBoolean();
    Thread process =
        Thread.ofPlatform()
            .start(() -> {
              signal.stop();
              wholeAtEnd.set(whole.get());
            });
    while (!signal.getAsBoolean()) {
      Thread.onSpinWait();
    }
    whole.set(true);
    signal.workEnded();
    process.join();
    assertThat(wholeAtEnd).isTrue();
  }
}
