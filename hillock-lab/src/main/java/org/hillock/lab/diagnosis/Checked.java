package org.hillock.lab.diagnosis;

import java.util.Optional;

/**
 * A population that was looked at for a sign.
 *
 * @param sign that was looked for
 * @param population its name
 * @param evidence what was measured; empty where it could not be
 * @param why it could not be measured; empty where it was
 */
public record Checked(Sign sign, String population, Optional<Evidence> evidence, String why) {

  static Checked measured(Sign sign, String population, Evidence evidence) {
    return new Checked(sign, population, Optional.of(evidence), "");
  }

  static Checked impossible(Sign sign, String population, String why) {
    return new Checked(sign, population, Optional.empty(), why);
  }
}
