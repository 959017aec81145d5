package org.hillock.spiking.modulation;

import java.util.OptionalDouble;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Site;

/**
 * What a hand does to a level.
 *
 * @param held at what it is held; empty where it is not
 * @param added to its drive, or to the level itself where it follows at once
 */
public record Hand(OptionalDouble held, double added) {

  /** Nothing. */
  public static final Hand NONE = new Hand(OptionalDouble.empty(), 0);

  /** Holds a level. */
  public Hand holding(double level) {
    return new Hand(OptionalDouble.of(level), added);
  }

  /** Adds to a drive. */
  public Hand adding(double amount) {
    return new Hand(held, added + amount);
  }

  /**
   * Checks that a site of a modulator can be held there.
   *
   * @throws UsageException where it is no level, or the value is none
   */
  public static void checkClamp(Site site, double value) {
    checkLevel(site, "held");
    if (!(value >= 0 && value <= 1)) {
      throw new UsageException("site '" + site.ref() + "': level " + value + " is not in 0..1");
    }
  }

  /**
   * Checks that something can be added to what drives a site of a modulator.
   *
   * @throws UsageException where it is no level, or its equations heed no drive
   */
  public static void checkStimulus(Network network, Site site) {
    checkLevel(site, "driven");
    Modulator modulator = network.modulators().get(site.modulator().orElseThrow());
    boolean deaf =
        modulator != null
            && modulator.equations().map(text -> !text.reads(ModulatorText.DRIVE)).orElse(false);
    if (deaf) {
      throw new UsageException(
          "site '"
              + site.ref()
              + "': the equations of the modulator do not read 'drive', so that nothing can be"
              + " added to it; a clamp can hold the level");
    }
  }

  private static void checkLevel(Site site, String done) {
    String name = site.variable().name();
    if (!name.equals(ModulatorText.LEVEL)) {
      throw new UsageException(
          "site '"
              + site.ref()
              + "': '"
              + name
              + "' cannot be "
              + done
              + "; of a modulator only"
              + " 'level' can");
    }
  }
}
