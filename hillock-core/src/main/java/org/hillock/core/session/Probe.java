package org.hillock.core.session;

import org.hillock.core.problem.UsageException;

/**
 * What is watched.
 *
 * @param site what
 * @param everyMs interval between samples in ms; 0 means every step. Spikes are all recorded.
 */
public record Probe(SiteRef site, double everyMs) {
  public Probe {
    if (!(everyMs >= 0) || !Double.isFinite(everyMs)) {
      throw new UsageException("probe of '" + site + "': interval " + everyMs + " ms is not >= 0");
    }
  }

  /** Every step. */
  public static Probe of(String site) {
    return new Probe(SiteRef.parse(site), 0);
  }
}
