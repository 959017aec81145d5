package org.hillock.core.cell;

import java.util.List;
import java.util.regex.Pattern;
import org.hillock.core.problem.UsageException;

/**
 * An unbranched piece of a cell: frusta of cones between points along its middle line.
 *
 * @param name such as {@code soma} or {@code dend[2]}
 * @param kind which part of the cell it is; a name that begins with the word of a kind has that
 *     kind
 * @param parent number of the section that it hangs on, −1 for the root
 * @param parentPosition where it hangs on its parent, 0 (the parent's beginning) to 1 (its end)
 * @param points at least two, from its beginning (position 0) to its end (position 1); they need
 *     not begin on the parent's middle line, and what lies between counts nothing
 */
public record Section(
    String name,
    SectionKind kind,
    int parent,
    double parentPosition,
    List<MorphologyPoint> points) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\[[0-9]+])?");

  public Section {
    checkName("sections", name);
    points = List.copyOf(points);
    String place = "sections." + name;
    String stem = stem(name);
    SectionKind said = SectionKind.of(stem).orElse(kind);
    if (said != kind) {
      throw new UsageException(
          place,
          "'"
              + stem
              + "' stands for another kind than '"
              + kind.word()
              + "': give it another name");
    }
    if (stem.equals(Morphology.ALL)) {
      throw new UsageException(place, "'all' stands for every section and cannot name one");
    }
    if (parent < -1) {
      throw new UsageException(place, "parent " + parent + " is not a section's number or -1");
    }
    if (!(parentPosition >= 0 && parentPosition <= 1)) {
      throw new UsageException(
          place, "position " + parentPosition + " on its parent is not within 0 … 1");
    }
    if (points.size() < 2) {
      throw new UsageException(
          place, points.size() + " points make no section: at least 2 are needed");
    }
    double length = length(points);
    if (!(length > 0 && length <= MorphologyPoint.FARTHEST_UM)) {
      throw new UsageException(
          place,
          "its length of "
              + length
              + " um is not > 0 um and <= "
              + (long) MorphologyPoint.FARTHEST_UM
              + " um");
    }
  }

  static void checkName(String path, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          path,
          "'"
              + name
              + "' is not a name of a section: letters, digits, '_' and '-', starting with a"
              + " letter, and a number in brackets where there are several, such as dend[2]");
    }
  }

  /** The part of a name before its number in brackets. */
  static String stem(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0 ? name : name.substring(0, bracket);
  }

  private static double length(List<MorphologyPoint> points) {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += points.get(i - 1).distanceUm(points.get(i));
    }
    return sum;
  }

  /** Whether it is the one that all others hang on. */
  public boolean isRoot() {
    return parent < 0;
  }

  /** The length along its points, in um. */
  public double lengthUm() {
    return length(points);
  }

  /** The area of the sides of its frusta, without their ends, in um². */
  public double areaUm2() {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      MorphologyPoint a = points.get(i - 1);
      MorphologyPoint b = points.get(i);
      double slant = Math.hypot(a.distanceUm(b), (a.diameter() - b.diameter()) / 2);
      sum += Math.PI / 2 * (a.diameter() + b.diameter()) * slant;
    }
    return sum;
  }

  /** The point at a position from 0 to 1, between its neighbours in proportion to the length. */
  public MorphologyPoint at(double position) {
    double wanted = position * lengthUm();
    double passed = 0;
    for (int i = 1; i < points.size(); i++) {
      MorphologyPoint a = points.get(i - 1);
      MorphologyPoint b = points.get(i);
      double step = a.distanceUm(b);
      if (step > 0 && passed + step >= wanted) {
        return between(a, b, Math.max(0, (wanted - passed) / step));
      }
      passed += step;
    }
    return points.getLast();
  }

  private static MorphologyPoint between(MorphologyPoint a, MorphologyPoint b, double share) {
    return new MorphologyPoint(
        a.x() + share * (b.x() - a.x()),
        a.y() + share * (b.y() - a.y()),
        a.z() + share * (b.z() - a.z()),
        a.diameter() + share * (b.diameter() - a.diameter()));
  }
}
