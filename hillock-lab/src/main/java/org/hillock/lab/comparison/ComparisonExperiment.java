package org.hillock.lab.comparison;

import org.hillock.core.training.Progress;

/** Trains, converts, asks and measures: from a request to a comparison. */
public final class ComparisonExperiment {

  private ComparisonExperiment() {}

  /**
   * Runs a comparison.
   *
   * @throws org.hillock.core.problem.UsageException where a network and the data do not fit
   */
  public static Comparison run(ComparisonRequest request, Progress progress) {
    throw new IllegalStateException("being built: " + request.title() + progress);
  }
}
