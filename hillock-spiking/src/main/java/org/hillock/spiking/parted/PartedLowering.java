package org.hillock.spiking.parted;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;

/** A service that lowers populations of cells with parts. */
public interface PartedLowering {

  /**
   * Lowers a population.
   *
   * @throws UsageException where its cells cannot be run
   */
  PartedPopulation lower(Network network, Population population, double stepMs);

  /**
   * Lowers a population by the service that is installed.
   *
   * @throws UsageException where none is, or the cells cannot be run
   */
  static PartedPopulation lowered(Network network, Population population, double stepMs) {
    Iterator<PartedLowering> found = ServiceLoader.load(PartedLowering.class).iterator();
    if (!found.hasNext()) {
      throw new UsageException(
          "populations." + population.name(),
          "cells with parts need the module hillock-cell, which is not installed");
    }
    return found.next().lower(network, population, stepMs);
  }
}
