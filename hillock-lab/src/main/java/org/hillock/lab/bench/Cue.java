package org.hillock.lab.bench;

import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Stimulus;

/**
 * When something is shown.
 *
 * @param at in ms of the session's time, or number of the pass, at least 0
 * @param stimulus what
 */
public record Cue(double at, Stimulus stimulus) {
  public Cue {
    if (!(at >= 0) || !Double.isFinite(at)) {
      throw new UsageException("a stimulus for '" + stimulus.population() + "' at " + at);
    }
  }
}
