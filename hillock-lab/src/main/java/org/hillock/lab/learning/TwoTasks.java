package org.hillock.lab.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;

/**
 * Two tasks in turn: the lower half of the labels, then the upper half. The network may answer with
 * any label all the time. Where neurons are labelled after learning, they are labelled anew by
 * images of both tasks whenever it is asked: so what is forgotten was in the synapses.
 *
 * @param seen images seen at each point of the course
 * @param first share of right answers on the first task there, 0..1
 * @param switched number of the last point before the second task
 * @param second share of right answers on the second task at the end
 * @param jointFirst the same on the first task where both were learnt together, from as many images
 *     of each
 * @param jointSecond on the second
 */
public record TwoTasks(
    int[] seen,
    double[] first,
    int switched,
    double second,
    double jointFirst,
    double jointSecond) {

  private static final int[] POINTS = {200, 800, 1600};
  private static final int[] THEN = {25, 50, 100, 200, 400, 800, 1600};
  private static final int[] POINTS_IN_TIME = {100};
  private static final int[] THEN_IN_TIME = {25, 100};
  private static final int IN_TIME = 100;

  /** Runs it; empty where there are not two labels. */
  public static Optional<TwoTasks> of(Lesson lesson, Dataset test, boolean quick) {
    int half = test.classes() / 2;
    if (half == 0) {
      return Optional.empty();
    }
    Dataset[] learnt = {
      labels(lesson.data(), 0, half), labels(lesson.data(), half, test.classes())
    };
    Dataset[] asked = {labels(test, 0, half), labels(test, half, test.classes())};
    int most = quick || lesson.spikes() ? IN_TIME : POINTS[POINTS.length - 1];
    return Optional.of(new Course(lesson, most).run(learnt, asked));
  }

  /** How many of some images the first task is asked about: those of the lower half of labels. */
  public static int askedOfFirst(Dataset test) {
    return labels(test, 0, test.classes() / 2).size();
  }

  /** Right answers on the first task before the second. */
  public double before() {
    return first[switched];
  }

  /** Right answers on the first task after the second. */
  public double after() {
    return first[first.length - 1];
  }

  /** The share of what was known of the first task that the second cost. */
  public double forgotten() {
    return before() == 0 ? 0 : (before() - after()) / before();
  }

  /** The images with a label in a range. */
  private static Dataset labels(Dataset data, int from, int to) {
    int[] which =
        IntStream.range(0, data.size())
            .filter(i -> data.labels()[i] >= from && data.labels()[i] < to)
            .toArray();
    return data.subset(which);
  }

  /**
   * @param most images of each task
   */
  private record Course(Lesson lesson, int most) {

    TwoTasks run(Dataset[] learnt, Dataset[] asked) {
      List<Integer> seen = new ArrayList<>(List.of(0));
      List<Double> first = new ArrayList<>(List.of(right(labelled(lesson.untaught()), asked[0])));
      Network network = follow(lesson.untaught(), learnt[0], asked[0], points(), seen, first);
      int switched = seen.size() - 1;
      network = follow(network, learnt[1], asked[0], then(), seen, first);
      Network joint = labelled(lesson.seen(lesson.untaught(), lesson.data(), 0, 2 * most));
      return new TwoTasks(
          seen.stream().mapToInt(Integer::intValue).toArray(),
          first.stream().mapToDouble(Double::doubleValue).toArray(),
          switched,
          right(labelled(network), asked[1]),
          right(joint, asked[0]),
          right(joint, asked[1]));
    }

    private Network follow(
        Network from,
        Dataset data,
        Dataset asked,
        int[] points,
        List<Integer> seen,
        List<Double> right) {
      Network network = from;
      int start = seen.getLast();
      int done = 0;
      for (int point : points) {
        if (point <= most) {
          network = lesson.seen(network, data, done, point);
          done = point;
          seen.add(start + point);
          right.add(right(labelled(network), asked));
        }
      }
      return network;
    }

    private Network labelled(Network network) {
      return lesson.labelled(network, lesson.data());
    }

    private int[] points() {
      return most == IN_TIME ? POINTS_IN_TIME : POINTS;
    }

    private int[] then() {
      return most == IN_TIME ? THEN_IN_TIME : THEN;
    }

    private double right(Network network, Dataset asked) {
      return LearningCurve.accuracy(network, asked, lesson.options().seed());
    }
  }
}
