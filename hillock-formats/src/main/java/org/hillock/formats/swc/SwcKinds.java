package org.hillock.formats.swc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.core.cell.SectionKind;

/**
 * Which part of a cell each sample is, by its type: 1 soma, 2 axon, 3 dendrite, 4 apical dendrite,
 * others none of these.
 *
 * <p>In some files 5 and 6 mark forks and ends whatever they belong to; where all samples of these
 * types are such, they are what their parent is.
 */
final class SwcKinds {

  private static final long FORK = 5;
  private static final long END = 6;

  private SwcKinds() {}

  static SectionKind[] of(SwcTree tree, List<String> notes) {
    List<List<Integer>> children = tree.children();
    boolean forks = true;
    boolean ends = true;
    for (int i = 0; i < tree.size(); i++) {
      long type = tree.sample(i).type();
      boolean isRoot = i == tree.root();
      forks &= type != FORK || (children.get(i).size() > 1 && !isRoot);
      ends &= type != END || (children.get(i).isEmpty() && !isRoot);
    }
    SectionKind[] kinds = new SectionKind[tree.size()];
    Map<Long, Integer> unknown = new TreeMap<>();
    int marks = 0;
    Deque<Integer> waiting = new ArrayDeque<>(List.of(tree.root()));
    while (!waiting.isEmpty()) {
      int i = waiting.pop();
      long type = tree.sample(i).type();
      if ((type == FORK && forks) || (type == END && ends)) {
        kinds[i] = kinds[tree.parent(i)];
        marks++;
      } else {
        kinds[i] = known(type);
        if (kinds[i] == SectionKind.OTHER) {
          unknown.merge(type, 1, Integer::sum);
        }
      }
      waiting.addAll(children.get(i));
    }
    if (marks > 0) {
      notes.add(
          SwcReader.count(marks, "sample", "samples")
              + " of types 5 and 6 mark forks and ends: taken to be of the kind they hang on.");
    }
    unknown.forEach((type, count) ->
        notes.add(
            SwcReader.count(count, "sample is", "samples are")
                + " of type "
                + type
                + ", which is neither soma (1), axon (2), dendrite (3) nor apical dendrite (4):"
                + " kept as 'other'."));
    return kinds;
  }

  private static SectionKind known(long type) {
    if (type == SwcSample.SOMA) {
      return SectionKind.SOMA;
    }
    if (type == 2) {
      return SectionKind.AXON;
    }
    if (type == 3) {
      return SectionKind.DENDRITE;
    }
    return type == 4 ? SectionKind.APICAL : SectionKind.OTHER;
  }
}
