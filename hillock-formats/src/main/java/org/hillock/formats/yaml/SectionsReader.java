package org.hillock.formats.yaml;

import java.util.List;
import java.util.Locale;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.SectionKind;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;

/** Reads a tree that is described section by section: the root first, parents before children. */
final class SectionsReader {

  private static final Unit UM = Unit.parse("um");

  private SectionsReader() {}

  static Morphology read(Fields sections, String name) {
    MorphologyBuilder builder = new MorphologyBuilder(name);
    String root = "";
    for (String section : sections.keys()) {
      Fields its = sections.mapping(section).allowing(CellVocabulary.SECTION);
      if (its.has("from") == root.isEmpty()) {
        throw new UsageException(
            its.path(),
            root.isEmpty()
                ? "the first section is the root, which hangs on nothing; leave 'from' out"
                : "'from' is missing: where it hangs, such as " + root + "(1)");
      }
      root = root.isEmpty() ? section : root;
      add(builder, section, its);
    }
    return Place.within(sections.path(), builder::build);
  }

  private static void add(MorphologyBuilder builder, String section, Fields its) {
    double length = CellReader.in(its, "length", UM);
    double[] diameters = diameters(its);
    boolean kind = its.has("kind");
    if (!its.has("from")) {
      if (kind) {
        builder.root(section, kind(its), length, diameters);
      } else {
        builder.root(section, length, diameters);
      }
    } else if (kind) {
      builder.section(
          section,
          kind(its),
          org.hillock.core.cell.Place.parse(its.at("from"), its.text("from")),
          length,
          diameters);
    } else {
      builder.section(section, its.text("from"), length, diameters);
    }
  }

  private static SectionKind kind(Fields its) {
    String word = its.word("kind", CellVocabulary.kinds());
    return SectionKind.of(word.toLowerCase(Locale.ROOT)).orElseThrow();
  }

  private static double[] diameters(Fields its) {
    if (!(its.node("diameter") instanceof YamlNode.Sequence(List<YamlNode> items, int _))) {
      return new double[] {CellReader.in(its, "diameter", UM)};
    }
    double[] all = new double[items.size()];
    for (int i = 0; i < all.length; i++) {
      String path = its.at("diameter") + "[" + i + "]";
      YamlNode item = items.get(i);
      all[i] = Place.within(path, () -> Fields.quantity(path, item).in(UM));
    }
    return all;
  }
}
