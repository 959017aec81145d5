package org.hillock.cell.grid;

import java.util.List;
import java.util.Locale;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Morphology;
import org.hillock.core.quantity.Quantity;

/** Looks for sections with fewer segments than their length constants ask for. */
final class CoarseSections {

  private final Morphology morphology;
  private final double frequencyHz;
  private int found;
  private double worst;
  private String sentence = "";

  CoarseSections(Morphology morphology, double frequencyHz) {
    this.morphology = morphology;
    this.frequencyHz = frequencyHz;
  }

  void look(int section, int segments, double lengthConstantUm) {
    double length = morphology.lengthUm(section);
    long asked = GridBuilder.segmentsAsked(length / lengthConstantUm, GridRule.USUAL.share());
    if (segments >= asked) {
      return;
    }
    found++;
    double share = length / segments / lengthConstantUm;
    if (share > worst) {
      worst = share;
      sentence =
          String.format(
              Locale.ROOT,
              "%s is cut into %s of %.4g um, %.2g of its length constant (%.4g um at %s Hz);"
                  + " potentials will be off: take %d segments or more",
              morphology.section(section).name(),
              segments == 1 ? "1 segment" : segments + " segments",
              length / segments,
              share,
              lengthConstantUm,
              Quantity.text(frequencyHz),
              asked);
    }
  }

  List<String> warnings() {
    return switch (found) {
      case 0 -> List.of();
      case 1 -> List.of("The grid is too coarse: " + sentence);
      default ->
          List.of("The grid is too coarse in " + found + " sections; most of all " + sentence);
    };
  }
}
