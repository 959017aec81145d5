package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A cell from a short description: sections by length and diameter. Where they run in space is
 * chosen so that a drawing looks like a cell; lengths and diameters are as stated.
 */
public final class MorphologyBuilder {

  /**
   * A section as it is described.
   *
   * @param diametersUm at equal steps from beginning to end, at least 1
   */
  record Described(
      String name,
      SectionKind kind,
      int parent,
      double parentPosition,
      double lengthUm,
      List<Double> diametersUm) {}

  private final String name;
  private final List<Described> sections = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  public MorphologyBuilder(String name) {
    this.name = name;
  }

  /**
   * Adds the root: a section that hangs on nothing.
   *
   * @param section its name; a name that begins with the word of a kind has that kind, others are
   *     {@link SectionKind#OTHER}
   * @param lengthUm above 0
   * @param diametersUm one for a cylinder, two for a taper from beginning to end, or more at equal
   *     steps
   */
  public MorphologyBuilder root(String section, double lengthUm, double... diametersUm) {
    return root(section, kindOf(section), lengthUm, diametersUm);
  }

  /** Adds the root, of a stated kind. */
  public MorphologyBuilder root(
      String section, SectionKind kind, double lengthUm, double... diametersUm) {
    if (!sections.isEmpty()) {
      throw new UsageException(
          "sections." + section, "'" + sections.getFirst().name() + "' is the root already");
    }
    return put(section, kind, -1, 0, lengthUm, diametersUm);
  }

  /**
   * Adds a section that hangs on one that was added before.
   *
   * @param from where it hangs, such as {@code soma(1)}
   */
  public MorphologyBuilder section(
      String section, String from, double lengthUm, double... diametersUm) {
    return section(
        section,
        kindOf(section),
        Place.parse("sections." + section + ".from", from),
        lengthUm,
        diametersUm);
  }

  /** Adds a section of a stated kind that hangs on one that was added before. */
  public MorphologyBuilder section(
      String section, SectionKind kind, Place from, double lengthUm, double... diametersUm) {
    Integer parent = numbers.get(from.section());
    if (parent == null) {
      throw new UsageException(
          "sections." + section + ".from",
          "there is no section '"
              + from.section()
              + "' before it; "
              + NearestName.hint(from.section(), numbers.keySet()));
    }
    return put(section, kind, parent, from.position(), lengthUm, diametersUm);
  }

  private MorphologyBuilder put(
      String section,
      SectionKind kind,
      int parent,
      double at,
      double lengthUm,
      double[] diameters) {
    Section.checkName("sections", section);
    String place = "sections." + section;
    if (!(lengthUm > 0 && lengthUm <= MorphologyPoint.FARTHEST_UM)) {
      throw new UsageException(
          place + ".length",
          lengthUm + " um is not > 0 um and <= " + (long) MorphologyPoint.FARTHEST_UM + " um");
    }
    if (diameters.length == 0) {
      throw new UsageException(place + ".diameter", "at least one diameter is needed");
    }
    for (double diameter : diameters) {
      if (!(diameter > 0 && diameter <= MorphologyPoint.THICKEST_UM)) {
        throw new UsageException(
            place + ".diameter",
            diameter + " um is not > 0 um and <= " + (long) MorphologyPoint.THICKEST_UM + " um");
      }
    }
    if (numbers.putIfAbsent(section, sections.size()) != null) {
      throw new UsageException(place, "there is a section of this name already");
    }
    sections.add(
        new Described(
            section, kind, parent, at, lengthUm, Arrays.stream(diameters).boxed().toList()));
    return this;
  }

  private static SectionKind kindOf(String section) {
    return SectionKind.of(Section.stem(section)).orElse(SectionKind.OTHER);
  }

  /**
   * The cell.
   *
   * @throws UsageException if there is no section
   */
  public Morphology build() {
    return new Morphology(name, new SpreadTree(sections).laidOut());
  }
}
