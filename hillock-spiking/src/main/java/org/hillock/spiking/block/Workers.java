package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work through numbered tasks: each takes the next one that nobody has taken. With one
 * thread, it is the caller's.
 */
final class Workers implements AutoCloseable {

  private final int threads;
  private final @Nullable ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    pool =
        threads > 1
            ? Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("hillock-build-", 0).factory())
            : null;
  }

  /** How many there are. */
  int threads() {
    return threads;
  }

  /** Does the tasks 0 to {@code tasks - 1}, and returns when all are done. */
  void each(int tasks, IntConsumer task) {
    each(tasks, () -> task);
  }

  /**
   * Does the tasks 0 to {@code tasks - 1}, and returns when all are done. What a task throws is
   * thrown here, after the others that had begun are done.
   *
   * @param worker gives each thread something of its own to work with
   */
  void each(int tasks, Supplier<IntConsumer> worker) {
    AtomicInteger next = new AtomicInteger();
    Callable<@Nullable Void> work =
        () -> {
          try {
            IntConsumer own = worker.get();
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
              own.accept(task);
            }
          } catch (RuntimeException | Error e) {
            next.set(tasks);
            throw e;
          }
          return null;
        };
    List<Future<@Nullable Void>> done = new ArrayList<>();
    try {
      if (pool == null || tasks == 1) {
        work.call();
      } else {
        done.addAll(pool.invokeAll(Collections.nCopies(Math.min(threads, tasks), work)));
        for (Future<@Nullable Void> one : done) {
          one.get();
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a network was built", e);
    } catch (Exception e) {
      throw unchecked(e);
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  @Override
  public void close() {
    if (pool != null) {
      // waits until they are gone, and with them what they worked with
      pool.close();
    }
  }
}
