package org.hillock.formats.yaml;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.SectionKind;

/** The words of a cell file: the one home that reader and schema share. */
final class CellVocabulary {

  static final List<String> CELL =
      List.of(
          "name",
          "about",
          "doi",
          "celsius",
          "initial",
          "morphology",
          "sections",
          "membrane",
          "ions",
          "channels",
          "pools",
          "receptors",
          "spike",
          "grid");
  static final List<String> SECTION = List.of("from", "kind", "length", "diameter");
  static final List<String> MEMBRANE = List.of("capacitance", "axial");
  static final List<String> ION = List.of("in", "out", "reversal", "valence");

  /** What stands beside the parameters of a channel or a pool. */
  static final List<String> INSERTED = List.of("mechanism", "in");

  /** What stands beside the parameters of a receptor. */
  static final List<String> RECEPTOR = List.of("mechanism", "at");

  static final List<String> SPIKE = List.of("at", "threshold");
  static final List<String> GRID = List.of("d_lambda", "frequency", "segments");

  private CellVocabulary() {}

  static List<String> kinds() {
    return Arrays.stream(SectionKind.values()).map(SectionKind::word).toList();
  }
}
