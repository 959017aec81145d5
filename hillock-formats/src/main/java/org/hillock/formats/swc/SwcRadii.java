package org.hillock.formats.swc;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * Radii that were not measured, which files write as 0: such a sample is as thick as the nearest
 * one that it hangs on. The soma's thickness is nobody else's.
 */
final class SwcRadii {

  private SwcRadii() {}

  /**
   * The samples with all their radii.
   *
   * @throws UsageException if a sample has none and hangs on none that could tell it
   */
  static List<SwcSample> filled(String file, SwcTree tree, List<String> notes) {
    List<SwcSample> filled = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      SwcSample sample = tree.sample(i);
      if (sample.radius() == 0) {
        lines.add(sample.line());
        filled.add(sample.withRadius(radiusBelow(file, tree, i)));
      } else {
        filled.add(sample);
      }
    }
    if (!lines.isEmpty()) {
      notes.add(
          SwcReader.count(lines.size(), "sample has", "samples have")
              + " a radius of 0 (line "
              + lines.getFirst()
              + (lines.size() == 1 ? "" : " is the first")
              + "): taken to be as thick as what they hang on.");
    }
    return filled;
  }

  private static double radiusBelow(String file, SwcTree tree, int from) {
    SwcSample sample = tree.sample(from);
    for (int at = tree.parent(from); at >= 0; at = tree.parent(at)) {
      SwcSample below = tree.sample(at);
      if ((below.type() == SwcSample.SOMA) != (sample.type() == SwcSample.SOMA)) {
        break;
      }
      if (below.radius() > 0) {
        return below.radius();
      }
    }
    throw new UsageException(
        file,
        "line %d: radius 0 um is not > 0 um, and nothing that sample %d hangs on tells how thick it is"
            .formatted(sample.line(), sample.id()));
  }
}
