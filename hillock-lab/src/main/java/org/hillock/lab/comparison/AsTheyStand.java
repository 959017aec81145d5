package org.hillock.lab.comparison;

import java.util.List;
import org.hillock.lab.decide.Respondent;

/** Graphs that take part in a comparison without being read into networks. */
final class AsTheyStand {

  /** More reasons are counted. */
  private static final int MOST_TOLD = 6;

  private AsTheyStand() {}

  static Contestant contestant(String name, Respondent.AsItStands graph) {
    return Contestant.asItStands(
        name,
        graph.network().provenance().description()
            + ", measured as it stands on ONNX Runtime. "
            + graph.told()
            + ". "
            + why(graph.dataflow().unread())
            + " Its neurons are here the elements of values; it is taken with the constants that it"
            + " came with, and if it has learnt from this data before, it may know the test images.",
        graph,
        "because it does not learn here: it is run as it stands, with the constants that it came"
            + " with");
  }

  private static String why(List<String> unread) {
    if (unread.isEmpty()) {
      return "It could be read into a network, and is measured in this way because that was asked.";
    }
    int more = unread.size() - MOST_TOLD;
    return "It was not read into a network because of "
        + (unread.size() == 1 ? "one node" : unread.size() + " nodes")
        + ": "
        + String.join("; ", unread.subList(0, Math.min(MOST_TOLD, unread.size())))
        + (more > 0 ? "; and " + more + " more." : ".");
  }
}
