package org.hillock.formats.connectome;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.transmitter.Action;
import org.hillock.core.transmitter.Transmitters;

/** What words say of the sign of a synapse. */
final class SignWords {

  private static final List<String> EXCITES =
      List.of("+1", "1", "+", "1.0", "e", "exc", "excitatory", "excites");
  private static final List<String> INHIBITS =
      List.of("-1", "-", "-1.0", "i", "inh", "inhibitory", "inhibits");

  private SignWords() {}

  /** How signs may be written. */
  static String known() {
    return "+1, -1, +, -, exc, inh, excitatory, inhibitory, E or I";
  }

  /** The sign that a word says; empty where it says none. */
  static Optional<Integer> read(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return EXCITES.contains(lower)
        ? Optional.of(1)
        : INHIBITS.contains(lower) ? Optional.of(-1) : Optional.empty();
  }

  /**
   * What a transmitter does fast. Of several that a cell releases together ({@code
   * Serotonin_Glutamate}) the first one that does anything fast decides.
   *
   * @param own what a user says of some, by lower-case name
   * @return empty where it is unknown, or has no fast sign
   */
  static Optional<Integer> ofTransmitter(String name, Map<String, Integer> own) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    Optional<Integer> whole = one(lower, own);
    if (whole.isPresent()) {
      return whole;
    }
    for (String part : lower.split("[_/+&,;|]")) {
      Optional<Integer> sign = one(part.strip(), own);
      if (sign.isPresent()) {
        return sign;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> one(String name, Map<String, Integer> own) {
    if (own.containsKey(name)) {
      return Optional.ofNullable(own.get(name));
    }
    return Transmitters.shipped()
        .find(name)
        .flatMap(t -> t.fastSign())
        .map(action -> action == Action.EXCITES ? 1 : -1);
  }
}
