package org.hillock.lab.diagnosis;

import org.hillock.core.network.Population;

/** Looks for one sign. */
interface Check {

  /** The sign. */
  Sign sign();

  /**
   * Looks at a population that is no source, and writes down what was measured and found.
   *
   * @throws org.hillock.core.problem.UsageException where a run of its own is refused
   */
  void look(Watched watched, Population population, Chart chart);
}
