package org.hillock.app.simulation;

import java.util.function.LongPredicate;
import org.hillock.core.session.Capability;
import org.hillock.lab.activity.RunawayGuard;

/**
 * Runs a session in strides of many steps, and asks between them whether to go on.
 *
 * <p>A stride is as long as fits into a twentieth of a second here, so that a user who asks to stop
 * is heard at once; it is never longer than what a {@link RunawayGuard} may miss, and never shorter
 * than a step. How a run is cut into strides changes no bit of it.
 */
public final class Pace {

  private static final double WALL_SECONDS = 0.05;

  /** The speed of a few steps says little of the next ones. */
  private static final int MOST_GROWTH = 4;

  private final Capability.Timed timed;
  private final long most;
  private long stride = 1;

  public Pace(Capability.Timed timed) {
    this.timed = timed;
    most = Math.max(1, Math.round(RunawayGuard.LOOK_EVERY_MS / timed.stepMs()));
  }

  /**
   * Runs.
   *
   * @param goesOn told how many steps are done, before each stride; false ends the run there
   * @return how many steps were done
   */
  public long run(long steps, LongPredicate goesOn) {
    long done = 0;
    while (done < steps && goesOn.test(done)) {
      long next = Math.min(stride, steps - done);
      long began = System.nanoTime();
      timed.advance(next * timed.stepMs());
      adapt(next, (System.nanoTime() - began) / 1e9);
      done += next;
    }
    return done;
  }

  private void adapt(long steps, double wallSeconds) {
    double fitting = steps * WALL_SECONDS / Math.max(wallSeconds, 1e-9);
    stride = Math.clamp((long) Math.min(fitting, (double) MOST_GROWTH * steps), 1, most);
  }
}
