package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;

/**
 * Puts populations into layers by the longest path from a population without input; projections
 * that close a cycle are feedback and do not count.
 *
 * @param layers names of populations, in order
 * @param feedback names of the projections that lead back, autapse-like ones included
 */
record NetworkLayers(List<List<String>> layers, Set<String> feedback) {

  static NetworkLayers of(Network network) {
    Search search = new Search(network);
    network.populations().keySet().forEach(search::visit);
    Map<String, Integer> depth = new LinkedHashMap<>();
    // Reverse order of finishing is a topological order once feedback is left out.
    for (String population : search.finished.reversed()) {
      int here = depth.computeIfAbsent(population, p -> 0);
      for (Projection p : network.outOf(population)) {
        if (!search.feedback.contains(p.name())) {
          depth.merge(p.to(), here + 1, Math::max);
        }
      }
    }
    List<List<String>> layers = new ArrayList<>();
    for (String population : network.populations().keySet()) {
      int layer = depth.getOrDefault(population, 0);
      while (layers.size() <= layer) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).add(population);
    }
    return new NetworkLayers(layers, search.feedback);
  }

  int layerOf(String population) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).contains(population)) {
        return i;
      }
    }
    throw new IllegalArgumentException("population '" + population + "' is not in it");
  }

  /** Depth first: an edge to a population still being visited closes a cycle. */
  private static final class Search {
    private final Network network;
    private final Map<String, Boolean> open = new HashMap<>();
    private final List<String> finished = new ArrayList<>();
    private final Set<String> feedback = new HashSet<>();

    Search(Network network) {
      this.network = network;
    }

    void visit(String population) {
      if (open.putIfAbsent(population, true) != null) {
        return;
      }
      for (Projection p : network.outOf(population)) {
        if (Boolean.TRUE.equals(open.get(p.to()))) {
          feedback.add(p.name());
        } else {
          visit(p.to());
        }
      }
      open.put(population, false);
      finished.add(population);
    }
  }
}
