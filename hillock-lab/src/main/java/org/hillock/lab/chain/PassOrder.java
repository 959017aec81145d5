package org.hillock.lab.chain;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;

/** Which population follows which within a pass. */
final class PassOrder {

  private final Network network;

  PassOrder(Network network) {
    this.network = network;
  }

  /** For each neuron a number that is larger than those of all that it hears in the same pass. */
  int[] ranks() {
    List<String> names = List.copyOf(network.populations().keySet());
    int[] rank = new int[names.size()];
    // a longest way has at most as many populations as there are
    for (int round = 0; round < names.size(); round++) {
      boolean moved = false;
      for (Projection p : network.projections().values()) {
        int from = names.indexOf(p.from());
        int to = names.indexOf(p.to());
        if (p.passes() == 0 && from != to && rank[to] <= rank[from]) {
          rank[to] = rank[from] + 1;
          moved = true;
        }
      }
      if (!moved) {
        break;
      }
    }
    int[] all = new int[Math.toIntExact(network.neurons())];
    int first = 0;
    for (int k = 0; k < rank.length; k++) {
      Population p = network.population(names.get(k));
      Arrays.fill(all, first, first + p.size(), rank[k]);
      first += p.size();
    }
    return all;
  }
}
