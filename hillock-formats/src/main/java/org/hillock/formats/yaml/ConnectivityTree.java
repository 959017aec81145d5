package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.AllButOwn;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Connectivity.Pooling;

/** The keys that stand beside {@code connect}. */
final class ConnectivityTree {

  private final ValuesTree values;

  ConnectivityTree(ValuesTree values) {
    this.values = values;
  }

  Map<String, YamlNode> of(String path, Connectivity connectivity) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    switch (connectivity) {
      case Dense _, OneToOne _, AllButOwn _ -> {
        // the word says it all
      }
      case Convolution c -> all.putAll(SheetFields.tree(c));
      case Pooling pool -> all.putAll(SheetFields.tree(pool));
      case EdgeList edges -> all.put("edges", edges(path + ".edges", edges));
      case AllToAll rule -> all.put("autapses", ValuesTree.flag(rule.autapses()));
      case FixedInDegree rule -> {
        all.put("in_degree", ValuesTree.whole(rule.inDegree()));
        all.put("autapses", ValuesTree.flag(rule.autapses()));
        all.put("multapses", ValuesTree.flag(rule.multapses()));
      }
      case FixedTotalNumber rule -> {
        all.put("total", ValuesTree.whole(rule.total()));
        all.put("autapses", ValuesTree.flag(rule.autapses()));
        all.put("multapses", ValuesTree.flag(rule.multapses()));
      }
      case PairwiseProbability rule -> {
        all.put("probability", ValuesTree.number(rule.probability()));
        all.put("autapses", ValuesTree.flag(rule.autapses()));
      }
      case DegreeDistribution rule -> {
        all.put("total", ValuesTree.whole(rule.total()));
        all.put("out_degree", ValuesTree.distribution(rule.outDegree()));
        all.put("in_degree", ValuesTree.distribution(rule.inDegree()));
        all.put("autapses", ValuesTree.flag(rule.autapses()));
      }
    }
    return all;
  }

  private YamlNode edges(String path, EdgeList edges) {
    int count = edges.pre().size();
    int[] ends = new int[2 * count];
    for (int k = 0; k < count; k++) {
      ends[2 * k] = edges.pre().get(k);
      ends[2 * k + 1] = edges.post().get(k);
    }
    return values
        .stored(path, ends, List.of((long) count, 2L))
        .map(reference -> (YamlNode) NetworkTree.mapping(reference))
        .orElseGet(() -> inText(ends));
  }

  /** A node for each number: a table of millions is stored, never written out. */
  private static YamlNode inText(int[] ends) {
    List<YamlNode> pairs = new ArrayList<>();
    for (int k = 0; k < ends.length; k += 2) {
      pairs.add(
          ValuesTree.sequence(List.of(ValuesTree.whole(ends[k]), ValuesTree.whole(ends[k + 1]))));
    }
    return ValuesTree.sequence(pairs);
  }
}
