package org.hillock.core.transmitter;

import java.util.List;
import java.util.Optional;

/**
 * What a cell releases onto another.
 *
 * @param name as in a network file, such as {@code glutamate}
 * @param also other names, such as {@code norepinephrine}
 * @param kind its chemical class
 * @param fastSign what it does fast at most of its targets: decides where a target tells only
 *     {@code excitatory} from {@code inhibitory}; empty for those that have no fast sign. At a
 *     receptor that is named, the receptor decides
 * @param receptors names of the {@link ReceptorKind}s that it binds to
 * @param effect in one sentence
 * @param where which cells release it
 * @param source author and year
 * @param doi of the source
 */
public record Transmitter(
    String name,
    List<String> also,
    TransmitterClass kind,
    Optional<Action> fastSign,
    List<String> receptors,
    String effect,
    String where,
    String source,
    String doi) {

  public Transmitter {
    also = List.copyOf(also);
    receptors = List.copyOf(receptors);
  }

  /** Whether a receptor of that name, or one that bears the transmitter's own name, hears it. */
  public boolean bindsTo(String receptor) {
    return receptors.contains(receptor) || name.equals(receptor);
  }
}
