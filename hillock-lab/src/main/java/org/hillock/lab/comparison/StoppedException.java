package org.hillock.lab.comparison;

import org.hillock.core.training.Progress;

/** The user asked to stop before the work was whole. */
public final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StoppedException() {
    super("stopped before it was whole", null, false, false);
  }

  /** Throws where the user has asked to stop. */
  public static void check(Progress progress) {
    if (progress.stopped()) {
      throw new StoppedException();
    }
  }
}
