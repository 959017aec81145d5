package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.List;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Runs blocks through windows of steps, side by side. */
final class StepLoop {

  /** A window that takes less, of a network that is all but at rest, is left to one thread. */
  private static final long LITTLE_NANOS = 10_000;

  private final BlockProgram program;
  private final List<Block> blocks;
  private final Watch watch;

  /** First step that has not been done. */
  private long step;

  /** First step after the cells' epoch. */
  private long epochEnd;

  private long origin;
  private int parity;
  private long waitNanos;

  /** How long a window took on average when it was last run. */
  private long nanosOfWindow = Long.MAX_VALUE;

  StepLoop(BlockProgram program, List<Block> blocks, Watch watch) {
    this.program = program;
    this.blocks = blocks;
    this.watch = watch;
    restart();
  }

  /**
   * Some steps that are done without looking at other blocks.
   *
   * @param step first
   * @param steps how many
   * @param origin step that kernels count from
   * @param parity which of two lists of spikes is written
   */
  record Window(long step, int steps, long origin, int parity) {

    Span span(int from, int to, int stride) {
      return new Span(from, to, relative(0), steps, stride, (int) (step % Settling.STEPS));
    }

    /** The {@code s}-th step as kernels count it. */
    int relative(int s) {
      return (int) (step - origin) + s;
    }
  }

  /** Sees every window when all its spikes are there, on one thread. */
  interface Watch {

    /** The first step after {@code step} at whose beginning the state must be looked at. */
    long nextLook(long step);

    /** All blocks have done a window. */
    void see(Window window);
  }

  void restart() {
    step = 0;
    epochEnd = program.epoch;
    origin = 0;
    parity = 0;
    waitNanos = 0;
  }

  long step() {
    return step;
  }

  long epochEnd() {
    return epochEnd;
  }

  /** The parity of the window that was done last. */
  int lastParity() {
    return parity ^ 1;
  }

  long origin() {
    return origin;
  }

  long waitNanos() {
    return waitNanos;
  }

  /** Runs to a step; what interventions do does not change on the way. */
  void run(long until, SegmentActs acts) {
    if (step >= until) {
      return;
    }
    rebase();
    // little work is done sooner than threads are started
    boolean little = until - step <= program.window || nanosOfWindow < LITTLE_NANOS;
    int threads = little ? 1 : Math.min(program.threads, blocks.size());
    long began = System.nanoTime();
    Phases phases = new Phases(threads, blocks.size());
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      workers.add(new Worker(t, until, acts, phases));
    }
    List<Thread> started = new ArrayList<>();
    for (Worker worker : workers.subList(1, threads)) {
      started.add(Thread.ofPlatform().daemon().name("hillock-block").start(worker));
    }
    workers.getFirst().run();
    started.forEach(StepLoop::join);
    Worker first = workers.getFirst();
    nanosOfWindow = (System.nanoTime() - began) / Math.max(1, first.phase - 1);
    step = first.step;
    epochEnd = first.epochEnd;
    parity = first.parity;
    for (Worker worker : workers) {
      waitNanos += worker.waited;
    }
    for (Worker worker : workers) {
      worker.rethrow();
    }
  }

  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kernels count steps in 32 bits. */
  private void rebase() {
    long far = 1L << 29;
    if (step - origin >= far) {
      int by = (int) Math.min(step - origin, Integer.MAX_VALUE / 2);
      blocks.forEach(b -> b.rebase(by));
      origin += by;
    }
  }

  /** One thread's part: all of them go through the same windows. */
  private final class Worker implements Runnable {
    private final int number;
    private final long until;
    private final SegmentActs acts;
    private final Phases phases;
    private long step;
    private long epochEnd;
    private int parity;

    /** The window whose spikes have not been taken in yet, and whether it ended an epoch. */
    private @Nullable Window last;

    private boolean newEpoch;

    /** Phases before this one. */
    private long phase;

    /** What all threads will have done when the last phase begun ends. */
    private long works;

    private long waited;
    private RuntimeException failure = new Phases.BrokenException();
    private boolean failed;

    Worker(int number, long until, SegmentActs acts, Phases phases) {
      this.number = number;
      this.until = until;
      this.acts = acts;
      this.phases = phases;
      step = StepLoop.this.step;
      epochEnd = StepLoop.this.epochEnd;
      parity = StepLoop.this.parity;
    }

    @Override
    public void run() {
      try {
        while (step < until) {
          window();
        }
        share(null);
      } catch (RuntimeException e) {
        failed = true;
        failure = e;
        phases.breakUp();
      }
    }

    private void window() {
      long look = watch.nextLook(step);
      Window window = new Window(step, length(look), origin, parity);
      share(window);
      works++;
      if (number == 0) {
        watch.see(window);
        phases.done();
      }
      step += window.steps();
      if (step == look) {
        // the state is being looked at
        await();
      }
      last = window;
      newEpoch = step == epochEnd;
      epochEnd = newEpoch ? step + program.epoch : epochEnd;
      parity ^= 1;
    }

    /**
     * Every block takes in the spikes of the last window and goes through the next, if there is
     * one, while it is in the cache. Returns when all blocks are done.
     */
    private void share(@Nullable Window next) {
      works += blocks.size();
      int tries = 0;
      long began = 0;
      while (!phases.reached(works)) {
        int b = phases.take(number, phase);
        if (b >= 0) {
          Block block = blocks.get(b);
          if (last != null) {
            block.take(blocks, last, acts, epochEnd, newEpoch);
          }
          if (next != null) {
            block.update(next, acts);
          }
          phases.done(b, phase);
          tries = 0;
        } else {
          began = tries == 0 ? System.nanoTime() : began;
          phases.pause(tries++);
        }
      }
      waited += tries == 0 ? 0 : System.nanoTime() - began;
      phase++;
    }

    private int length(long look) {
      long end = Math.min(step + program.window, Math.min(epochEnd, Math.min(until, look)));
      long settling = (step / Settling.STEPS + 1) * Settling.STEPS;
      return (int) (Math.min(end, settling) - step);
    }

    private void await() {
      long began = System.nanoTime();
      int tries = 0;
      while (!phases.reached(works)) {
        phases.pause(tries++);
      }
      waited += System.nanoTime() - began;
    }

    void rethrow() {
      if (failed && !(failure instanceof Phases.BrokenException)) {
        throw failure;
      }
    }
  }
}
