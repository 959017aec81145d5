package org.hillock.formats.swc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.SectionKind;

/**
 * The soma of a file.
 *
 * @param samples of the soma that the tree hangs on; empty where there is none
 * @param sphere its middle and diameter where it is one: of one sample, or an outline
 */
record SwcSoma(Set<Integer> samples, Optional<MorphologyPoint> sphere) {

  /** An outline has at least so many samples. */
  private static final int FEWEST_OF_OUTLINE = 5;

  /** Its ends are nearer to each other than this share of the way around. */
  private static final double CLOSED = 0.25;

  /** Finds the soma and turns the tree so that it hangs on the soma. */
  static SwcSoma find(SwcTree tree, SectionKind[] kinds, List<String> notes) {
    int first = nearestToRoot(tree, kinds);
    if (first < 0) {
      return new SwcSoma(Set.of(), Optional.empty());
    }
    if (first != tree.root()) {
      notes.add(
          "Sample %d of the soma hangs on others; the tree is turned to hang on the soma."
              .formatted(tree.sample(first).id()));
      tree.turnTo(first);
    }
    List<Integer> order = together(tree, kinds);
    Set<Integer> samples = new HashSet<>(order);
    long all = Arrays.stream(kinds).filter(k -> k == SectionKind.SOMA).count();
    if (all > samples.size()) {
      notes.add(
          SwcReader.count(all - samples.size(), "sample", "samples")
              + " of the soma apart from its others: kept as more sections of it.");
    }
    if (samples.size() == 1) {
      notes.add(
          "The soma is one sample, a sphere: kept as a cylinder as long as it is wide, which has the"
              + " same area.");
      return new SwcSoma(samples, Optional.of(tree.sample(first).point()));
    }
    return path(tree, samples)
        .map(path -> ofPath(tree, path, samples, notes))
        .orElseGet(() -> new SwcSoma(samples, Optional.empty()));
  }

  boolean exists() {
    return !samples.isEmpty();
  }

  private static int nearestToRoot(SwcTree tree, SectionKind[] kinds) {
    List<List<Integer>> children = tree.children();
    Deque<Integer> waiting = new ArrayDeque<>(List.of(tree.root()));
    while (!waiting.isEmpty()) {
      int i = waiting.remove();
      if (kinds[i] == SectionKind.SOMA) {
        return i;
      }
      waiting.addAll(children.get(i));
    }
    return -1;
  }

  /** The soma's samples that hang together with the root. */
  private static List<Integer> together(SwcTree tree, SectionKind[] kinds) {
    List<List<Integer>> children = tree.children();
    List<Integer> found = new ArrayList<>(List.of(tree.root()));
    for (int i = 0; i < found.size(); i++) {
      children.get(found.get(i)).stream()
          .filter(child -> kinds[child] == SectionKind.SOMA)
          .forEach(found::add);
    }
    return found;
  }

  /** The samples from one end to the other, where the soma does not branch. */
  private static Optional<List<Integer>> path(SwcTree tree, Set<Integer> samples) {
    List<List<Integer>> children = tree.children();
    List<Integer> path = new ArrayList<>(List.of(tree.root()));
    List<Integer> arms = children.get(tree.root()).stream().filter(samples::contains).toList();
    for (int arm : arms) {
      List<Integer> next = List.of(arm);
      while (next.size() == 1) {
        path.add(next.getFirst());
        next = children.get(next.getFirst()).stream().filter(samples::contains).toList();
      }
      if (path.getFirst() == tree.root() && arms.size() == 2) {
        path = new ArrayList<>(path.reversed());
      }
    }
    return path.size() == samples.size() && arms.size() <= 2 ? Optional.of(path) : Optional.empty();
  }

  private static SwcSoma ofPath(
      SwcTree tree, List<Integer> path, Set<Integer> samples, List<String> notes) {
    int before = tree.root();
    tree.turnTo(path.getFirst());
    List<MorphologyPoint> points = path.stream().map(i -> tree.sample(i).point()).toList();
    Optional<MorphologyPoint> outline = outline(points);
    if (outline.isPresent()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The soma's %d samples are an outline: kept as a sphere around their middle, %.3g um"
                  + " wide.",
              path.size(),
              outline.get().diameter()));
    } else if (path.size() == 3 && path.get(1) == before) {
      notes.add("The soma is three samples, the first in the middle: kept as one cylinder.");
    }
    return new SwcSoma(samples, outline);
  }

  /**
   * The sphere of an outline: its middle is that of the samples, its radius their mean distance
   * from there. Radii of samples say nothing then.
   */
  private static Optional<MorphologyPoint> outline(List<MorphologyPoint> points) {
    double way = 0;
    for (int i = 1; i < points.size(); i++) {
      way += points.get(i - 1).distanceUm(points.get(i));
    }
    double gap = points.getFirst().distanceUm(points.getLast());
    if (points.size() < FEWEST_OF_OUTLINE || gap > CLOSED * way) {
      return Optional.empty();
    }
    double x = points.stream().mapToDouble(MorphologyPoint::x).average().orElseThrow();
    double y = points.stream().mapToDouble(MorphologyPoint::y).average().orElseThrow();
    double z = points.stream().mapToDouble(MorphologyPoint::z).average().orElseThrow();
    MorphologyPoint middle = new MorphologyPoint(x, y, z, 1);
    double radius = points.stream().mapToDouble(middle::distanceUm).average().orElseThrow();
    double written = points.stream().mapToDouble(MorphologyPoint::diameter).average().orElseThrow();
    return written < radius
        ? Optional.of(new MorphologyPoint(x, y, z, 2 * radius))
        : Optional.empty();
  }
}
