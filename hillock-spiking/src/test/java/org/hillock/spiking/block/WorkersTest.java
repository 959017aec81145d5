package org.hillock.spiking.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyTaskIsDoneOnceByAThreadWithSomethingOfItsOwn(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);
    AtomicInteger given = new AtomicInteger();
    try (Workers workers = new Workers(threads)) {
      workers.each(
          done.length(),
          () -> {
            given.incrementAndGet();
            return done::incrementAndGet;
          });
      workers.each(0, done::incrementAndGet);
    }
    for (int task = 0; task < done.length(); task++) {
      assertThat(done.get(task)).isEqualTo(1);
    }
    assertThat(given.get()).isBetween(1, threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatATaskThrowsIsThrown(int threads) {
    try (Workers workers = new Workers(threads)) {
      assertThatThrownBy(() -> workers.each(100, WorkersTest::refuseSeven))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("task 7");
      assertThatThrownBy(() -> workers.each(2, _ -> outOfMemory()))
          .isInstanceOf(OutOfMemoryError.class);
    }
  }

  private static void refuseSeven(int task) {
    if (task == 7) {
      throw new IllegalArgumentException("task " + task);
    }
  }

  private static void outOfMemory() {
    throw new OutOfMemoryError("as a test");
  }
}
