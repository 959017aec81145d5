package org.hillock.lab.scene.nothing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A learnt way from one assembly of cells to another.
 *
 * @param from name of the assembly that was active first
 * @param to name of the one that followed
 */
record Association(String from, String to) {

  /** Whether an assembly is at either end. */
  boolean with(String assembly) {
    return from.equals(assembly) || to.equals(assembly);
  }

  /**
   * What Hebb's rule leaves of episodes, each a row of assemblies that were made active one after
   * the other: synapses between cells that were active together or in turn grow at once to their
   * most (clipped, after Willshaw, Buneman and Longuet-Higgins 1969, doi 10.1038/222960a0), so that
   * one episode is enough and a second changes nothing.
   */
  static Set<Association> learntFrom(Collection<? extends List<String>> episodes) {
    Set<Association> learnt = new LinkedHashSet<>();
    for (List<String> episode : episodes) {
      for (int k = 0; k + 1 < episode.size(); k++) {
        learnt.add(new Association(episode.get(k), episode.get(k + 1)));
      }
    }
    return learnt;
  }
}
