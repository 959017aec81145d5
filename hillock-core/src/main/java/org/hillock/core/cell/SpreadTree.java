package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hillock.core.cell.MorphologyBuilder.Described;

/**
 * Gives described sections a course in the plane, as cells are drawn: dendrites up, axon down; with
 * an apical tree that goes up and the other dendrites go to the sides. Every subtree has a wedge of
 * directions as wide as its tips are many.
 */
final class SpreadTree {

  private static final double UP = 90;
  private static final double LEFT = 185;
  private static final double RIGHT = -5;
  private static final double DOWN = -90;

  /** The widest that the children of a section fan out, in degrees. */
  private static final double WIDEST_FAN = 100;

  private final List<Described> described;
  private final List<List<Integer>> children = new ArrayList<>();
  private final int[] tips;
  private final double[] direction;

  SpreadTree(List<Described> described) {
    this.described = described;
    tips = new int[described.size()];
    direction = new double[described.size()];
    described.forEach(section -> children.add(new ArrayList<>()));
    for (int i = 1; i < described.size(); i++) {
      children.get(described.get(i).parent()).add(i);
    }
    for (int i = described.size() - 1; i >= 0; i--) {
      tips[i] = Math.max(1, children.get(i).stream().mapToInt(child -> tips[child]).sum());
    }
  }

  List<Section> laidOut() {
    List<Section> sections = new ArrayList<>();
    if (described.isEmpty()) {
      return sections;
    }
    direction[0] = described.getFirst().kind().isAxonal() ? DOWN : UP;
    spreadRoot();
    for (int i = 0; i < described.size(); i++) {
      sections.add(course(i, sections));
    }
    return sections;
  }

  private void spreadRoot() {
    if (described.getFirst().kind() != SectionKind.SOMA) {
      spread(children.getFirst(), direction[0], WIDEST_FAN);
      return;
    }
    List<Integer> apical = ofRoot(kind -> kind == SectionKind.APICAL);
    List<Integer> others = ofRoot(kind -> kind != SectionKind.APICAL && !kind.isAxonal());
    spread(ofRoot(SectionKind::isAxonal), DOWN, 50);
    if (apical.isEmpty()) {
      spread(others, UP, 150);
      return;
    }
    spread(apical, UP, 60);
    int half = (others.size() + 1) / 2;
    spread(others.subList(0, half), RIGHT, 70);
    spread(others.subList(half, others.size()), LEFT, 70);
  }

  private List<Integer> ofRoot(Predicate<SectionKind> kinds) {
    return children.getFirst().stream()
        .filter(child -> kinds.test(described.get(child).kind()))
        .toList();
  }

  /** Shares a wedge of directions, in degrees, from right to left. */
  private void spread(List<Integer> group, double middle, double width) {
    int all = group.stream().mapToInt(child -> tips[child]).sum();
    double from = middle - width / 2;
    for (int child : group) {
      double share = width * tips[child] / all;
      direction[child] = from + share / 2;
      spread(children.get(child), direction[child], Math.min(share, WIDEST_FAN));
      from += share;
    }
  }

  private Section course(int number, List<Section> before) {
    Described section = described.get(number);
    double angle = Math.toRadians(direction[number]);
    double dx = Math.cos(angle) * section.lengthUm();
    double dy = Math.sin(angle) * section.lengthUm();
    double x = -dx / 2;
    double y = -dy / 2;
    if (number > 0) {
      MorphologyPoint start = before.get(section.parent()).at(section.parentPosition());
      x = start.x();
      y = start.y();
    }
    List<Double> diameters = section.diametersUm();
    int steps = Math.max(1, diameters.size() - 1);
    List<MorphologyPoint> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      points.add(
          new MorphologyPoint(
              x + share * dx, y + share * dy, 0, diameters.get(Math.min(i, diameters.size() - 1))));
    }
    return new Section(
        section.name(), section.kind(), section.parent(), section.parentPosition(), points);
  }
}
