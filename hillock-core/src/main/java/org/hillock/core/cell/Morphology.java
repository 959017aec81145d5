package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a nerve cell: a tree of sections. Immutable; checked when it is made.
 *
 * <p>Section 0 is the root; each other section hangs on one that stands before it. Distances are
 * path lengths along the tree from the middle of the root; what lies between the middle line of a
 * section and the first point of a child counts nothing.
 */
public final class Morphology {

  /** The region that is every section. */
  public static final String ALL = "all";

  private final String name;
  private final List<Section> sections;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final double[] lengths;
  private final double[] beginnings;

  /**
   * A tree of sections.
   *
   * @throws UsageException if there is no section, the first is not a root or another is, a section
   *     hangs on one that does not stand before it, or two have one name
   */
  public Morphology(String name, List<Section> sections) {
    this.name = name;
    this.sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new UsageException("sections", "a cell needs at least one section");
    }
    lengths = new double[sections.size()];
    beginnings = new double[sections.size()];
    for (int i = 0; i < sections.size(); i++) {
      Section section = this.sections.get(i);
      check(i, section);
      lengths[i] = section.lengthUm();
      beginnings[i] = section.isRoot() ? 0 : distanceUm(section.parent(), section.parentPosition());
    }
  }

  private void check(int number, Section section) {
    String place = "sections." + section.name();
    if (section.isRoot() != (number == 0)) {
      throw new UsageException(
          place,
          number == 0
              ? "the first section is the root and hangs on nothing"
              : "it hangs on nothing, but '"
                  + sections.getFirst().name()
                  + "' is the root already");
    }
    if (section.parent() >= number) {
      throw new UsageException(
          place, "it hangs on section " + section.parent() + ", which does not stand before it");
    }
    Integer earlier = numbers.putIfAbsent(section.name(), number);
    if (earlier != null) {
      throw new UsageException(
          place, "sections " + earlier + " and " + number + " have the same name");
    }
  }

  public String name() {
    return name;
  }

  public List<Section> sections() {
    return sections;
  }

  /** How many sections there are. */
  public int size() {
    return sections.size();
  }

  public Section section(int number) {
    return sections.get(number);
  }

  /**
   * The number of the section with a name.
   *
   * @param path where the name stands, for messages
   * @throws UsageException if there is none
   */
  public int number(String path, String section) {
    Integer number = numbers.get(section);
    if (number == null) {
      throw new UsageException(
          path,
          "there is no section '"
              + section
              + "'; "
              + NearestName.hint(section, sections.stream().map(Section::name).toList()));
    }
    return number;
  }

  /**
   * The section with a name.
   *
   * @throws UsageException if there is none
   */
  public Section section(String section) {
    return sections.get(number(name, section));
  }

  /**
   * The sections that a word stands for, by their numbers: {@code all}, the word of a kind ({@code
   * dend}), the name of a section ({@code dend[2]}), or the part of names before their brackets.
   *
   * @param path where the word stands, for messages
   * @throws UsageException if it stands for none
   */
  public List<Integer> region(String path, String word) {
    List<Integer> found =
        IntStream.range(0, sections.size())
            .filter(number -> isIn(sections.get(number), word))
            .boxed()
            .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          path,
          "'"
              + word
              + "' is neither a section nor a region of this cell; "
              + NearestName.hint(word, regions()));
    }
    return found;
  }

  private static boolean isIn(Section section, String word) {
    return word.equals(ALL)
        || section.kind().word().equals(word)
        || section.name().equals(word)
        || Section.stem(section.name()).equals(word);
  }

  /** All words that stand for sections: regions first, then names. */
  public Set<String> regions() {
    Set<String> words = new LinkedHashSet<>();
    words.add(ALL);
    sections.forEach(section -> words.add(section.kind().word()));
    sections.forEach(section -> words.add(Section.stem(section.name())));
    sections.forEach(section -> words.add(section.name()));
    return words;
  }

  /** The sections that hang on a section, by their numbers. */
  public List<Integer> children(int section) {
    List<Integer> found = new ArrayList<>();
    for (int i = section + 1; i < sections.size(); i++) {
      if (sections.get(i).parent() == section) {
        found.add(i);
      }
    }
    return found;
  }

  /** The length of a section, in um. */
  public double lengthUm(int section) {
    return lengths[section];
  }

  /** The length of all sections together, in um. */
  public double lengthUm() {
    double sum = 0;
    for (double length : lengths) {
      sum += length;
    }
    return sum;
  }

  /** The area of the sides of all sections, in um². */
  public double areaUm2() {
    return sections.stream().mapToDouble(Section::areaUm2).sum();
  }

  /** How far a place is from the middle of the root along the tree, in um. */
  public double distanceUm(int section, double position) {
    return section == 0
        ? Math.abs(position - 0.5) * lengths[0]
        : beginnings[section] + position * lengths[section];
  }

  /**
   * How far a place is from the middle of the root along the tree, in um.
   *
   * @throws UsageException if there is no such section
   */
  public double distanceUm(Place place) {
    return distanceUm(number(name, place.section()), place.position());
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Morphology other
        && name.equals(other.name)
        && sections.equals(other.sections);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, sections);
  }

  @Override
  public String toString() {
    return name + ": " + sections.size() + " sections";
  }
}
