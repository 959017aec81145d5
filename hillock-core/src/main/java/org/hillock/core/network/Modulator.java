package org.hillock.core.network;

import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * A slow state (hormone, transmitter tone, fatigue) that bends how populations answer.
 *
 * @param name unique in the network
 * @param level how much of it there is: 0 none, 1 full
 * @param targets whom it acts on; the gain of a population's sum becomes the product of (1 +
 *     strength · level) over all modulators that target it
 */
public record Modulator(String name, double level, List<Target> targets) {

  /**
   * One population it acts on.
   *
   * @param strength change of the gain at level 1, at least -1
   */
  public record Target(String population, double strength) {
    public Target {
      if (!(strength >= -1) || !Double.isFinite(strength)) {
        throw new UsageException("strength", strength + " is not >= -1");
      }
    }
  }

  public Modulator {
    Names.check("modulators", name);
    targets = List.copyOf(targets);
    if (!(level >= 0 && level <= 1)) {
      throw new UsageException("modulators." + name + ".level", level + " is not in 0..1");
    }
  }
}
