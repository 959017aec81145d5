package org.hillock.lab.probe;

import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.lab.decide.DecisionTiming;

/** What came of asking a network that states no decision. */
public sealed interface Probing {

  /**
   * It can be asked.
   *
   * @param network the same with a place where stimuli come in and readout neurons that answer
   * @param timing how long each stimulus lasts
   * @param stimuli presentations that the readout was not fitted to, labelled by their stimulus
   * @param added names of the populations that are not its own
   * @param how it is asked and read, in sentences, for the reports
   */
  record Asked(
      Network network, DecisionTiming timing, Dataset stimuli, Set<String> added, String how)
      implements Probing {
    public Asked {
      added = Set.copyOf(added);
    }
  }

  /**
   * It cannot be asked.
   *
   * @param because why, a sentence without its full stop that begins with this word
   */
  record Refused(String because) implements Probing {}
}
