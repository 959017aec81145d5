package org.hillock.formats.swc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SectionKind;
import org.jspecify.annotations.Nullable;

/** Makes sections of a tree of samples: unbranched runs of one kind. */
final class SwcSections {

  /**
   * A run that is still to be made a section.
   *
   * @param first its first sample
   * @param parent section that it hangs on, −1 where there is none yet
   * @param position there
   * @param begin point before its first sample, or null where it begins at that
   */
  private record Run(int first, int parent, double position, @Nullable MorphologyPoint begin) {}

  private record Piece(
      SectionKind kind, int parent, double position, List<MorphologyPoint> points) {}

  private final SwcTree tree;
  private final SectionKind[] kinds;
  private final SwcSoma soma;
  private final List<String> notes;
  private final List<List<Integer>> children;
  private final List<Piece> pieces = new ArrayList<>();
  private final Deque<Run> waiting = new ArrayDeque<>();
  private int repeated;
  private int dropped;
  private int stretches;
  private double stretchUm;

  SwcSections(SwcTree tree, SectionKind[] kinds, SwcSoma soma, List<String> notes) {
    this.tree = tree;
    this.kinds = kinds;
    this.soma = soma;
    this.notes = notes;
    children = tree.children();
  }

  List<Section> build() {
    if (soma.sphere().isPresent()) {
      addSphere(soma.sphere().get());
    } else {
      waiting.push(new Run(tree.root(), -1, 0, null));
    }
    while (!waiting.isEmpty()) {
      make(waiting.pop());
    }
    tell();
    return named();
  }

  private void tell() {
    if (repeated > 0) {
      notes.add(
          SwcReader.count(repeated, "sample repeats", "samples repeat")
              + " the one before: left out.");
    }
    if (dropped > 0) {
      notes.add(
          SwcReader.count(dropped, "branch has", "branches have")
              + " no length (one sample inside the soma, or several at one place): left out.");
    }
    if (stretches > 0) {
      notes.add(
          SwcReader.count(stretches, "branch begins", "branches begin")
              + String.format(
                  Locale.ROOT,
                  " at the surface of the soma, as thick as the first sample: %.4g um more.",
                  stretchUm));
    }
  }

  /** A cylinder as long as wide, upright, has the area of a sphere. */
  private void addSphere(MorphologyPoint middle) {
    double radius = middle.diameter() / 2;
    List<MorphologyPoint> points = new ArrayList<>();
    for (double up : new double[] {-radius, 0, radius}) {
      points.add(new MorphologyPoint(middle.x(), middle.y() + up, middle.z(), middle.diameter()));
    }
    pieces.add(new Piece(SectionKind.SOMA, -1, 0, points));
    List<Run> runs = new ArrayList<>();
    for (int sample = 0; sample < tree.size(); sample++) {
      if (soma.samples().contains(sample)) {
        for (int child : children.get(sample)) {
          if (!soma.samples().contains(child)) {
            runs.add(new Run(child, 0, 0.5, surface(middle, child)));
          }
        }
      }
    }
    runs.reversed().forEach(waiting::push);
  }

  /** Where the way from the soma to a sample leaves the soma; null if the sample is inside. */
  private @Nullable MorphologyPoint surface(MorphologyPoint middle, int child) {
    MorphologyPoint to = tree.sample(child).point();
    double distance = middle.distanceUm(to);
    double radius = middle.diameter() / 2;
    // a sample on the surface stays the first, whatever the last digit of the file
    if (distance <= radius * (1 + 1e-6)) {
      return null;
    }
    double share = radius / distance;
    stretches++;
    stretchUm += distance - radius;
    return new MorphologyPoint(
        middle.x() + share * (to.x() - middle.x()),
        middle.y() + share * (to.y() - middle.y()),
        middle.z() + share * (to.z() - middle.z()),
        to.diameter());
  }

  private void make(Run run) {
    List<Integer> samples = samplesOf(run.first());
    List<MorphologyPoint> points = new ArrayList<>();
    double[] along = new double[samples.size()];
    MorphologyPoint first = tree.sample(run.first()).point();
    MorphologyPoint begin = run.begin();
    if (begin != null && begin.distanceUm(first) > 0) {
      points.add(begin);
    }
    double length = 0;
    for (int i = 0; i < along.length; i++) {
      MorphologyPoint point = tree.sample(samples.get(i)).point();
      if (!points.isEmpty()) {
        length += points.getLast().distanceUm(point);
      }
      along[i] = length;
      if (!points.isEmpty() && points.getLast().equals(point)) {
        repeated++;
      } else {
        points.add(point);
      }
    }
    if (length > 0) {
      hang(samples, along, length, add(run, points));
    } else {
      handOn(run, samples);
    }
  }

  private int add(Run run, List<MorphologyPoint> points) {
    // what hung on a root without a length hangs on the beginning of the first section
    boolean late = run.parent() < 0 && !pieces.isEmpty();
    pieces.add(new Piece(kinds[run.first()], late ? 0 : run.parent(), run.position(), points));
    return pieces.size() - 1;
  }

  /** The run of samples from one on: to where it branches or changes its kind. */
  private List<Integer> samplesOf(int first) {
    List<Integer> run = new ArrayList<>();
    int at = first;
    while (at >= 0) {
      run.add(at);
      at = next(at);
    }
    return run;
  }

  /** The sample that goes on from one, or −1. What hangs on the soma does not end a run of it. */
  private int next(int sample) {
    List<Integer> all = children.get(sample);
    SectionKind kind = kinds[sample];
    List<Integer> same = all.stream().filter(child -> kinds[child] == kind).toList();
    boolean goesOn = same.size() == 1 && (all.size() == 1 || kind == SectionKind.SOMA);
    return goesOn ? same.getFirst() : -1;
  }

  private void hang(List<Integer> samples, double[] along, double length, int section) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < along.length; i++) {
      int sample = samples.get(i);
      boolean last = i == along.length - 1;
      double position = last ? 1 : along[i] / length;
      for (int child : children.get(sample)) {
        if (last || child != samples.get(i + 1)) {
          runs.add(new Run(child, section, position, begin(sample, child)));
        }
      }
    }
    runs.reversed().forEach(waiting::push);
  }

  /** Where a run begins that hangs on a sample. */
  private @Nullable MorphologyPoint begin(int sample, int child) {
    MorphologyPoint here = tree.sample(sample).point();
    boolean leavesSoma = kinds[sample] == SectionKind.SOMA && kinds[child] != SectionKind.SOMA;
    return leavesSoma ? surface(here, child) : here;
  }

  /** Samples at one place make no section: what hangs on them hangs where they would have. */
  private void handOn(Run run, List<Integer> samples) {
    List<Run> runs = new ArrayList<>();
    for (int sample : samples) {
      for (int child : children.get(sample)) {
        if (!samples.contains(child)) {
          runs.add(new Run(child, run.parent(), run.position(), begin(sample, child)));
        }
      }
    }
    dropped += runs.isEmpty() ? 1 : 0;
    runs.reversed().forEach(waiting::push);
  }

  /** Names by kind in their order, such as dend[0]; a soma alone has no number. */
  private List<Section> named() {
    Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
    pieces.forEach(piece -> counts.merge(piece.kind(), 1, Integer::sum));
    Map<SectionKind, Integer> next = new EnumMap<>(SectionKind.class);
    List<Section> sections = new ArrayList<>();
    for (Piece piece : pieces) {
      SectionKind kind = piece.kind();
      int number = next.merge(kind, 1, Integer::sum) - 1;
      boolean alone = kind == SectionKind.SOMA && counts.getOrDefault(kind, 0) == 1;
      String name = alone ? kind.word() : kind.word() + "[" + number + "]";
      sections.add(new Section(name, kind, piece.parent(), piece.position(), piece.points()));
    }
    return sections;
  }
}
