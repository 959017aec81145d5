package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.training.Messages;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.learning.LearningCurve;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.learning.Locality;
import org.hillock.lab.learning.Schooling;
import org.hillock.lab.learning.TwoTasks;

/** Does a synapse, when it learns, depend on anything but its own two neurons? */
final class LearningAxis implements Axis {

  private static final int CHANGES = 3;
  private static final int CHANGES_IN_TIME = 2;
  private static final int IMAGES = 360;
  private static final int IMAGES_IN_TIME = 100;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "learning",
        "Learning",
        "Does what a synapse learns depend on anything far off, while its own two neurons do just"
            + " what they did?",
        "synapses that learn something else when only something far off is changed",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Optional<String> notFromOutside() {
    return Optional.of("because it decides nothing that it could learn here");
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    return measure(subject);
  }

  @Override
  public Measurement measure(Subject subject) {
    return switch (subject.schooling()) {
      case Schooling.Untaught(String because) -> new Measurement.NotDefined(because);
      case Schooling.Taught(Lesson lesson) -> measure(subject, lesson);
    };
  }

  private static Measurement measure(Subject subject, Lesson lesson) {
    int changes = subject.sample(subject.spikes() ? CHANGES_IN_TIME : CHANGES);
    return switch (Locality.measure(lesson, changes)) {
      case Locality.Measured.Unseen(String because) -> new Measurement.NotDefined(because);
      case Locality.Measured.Seen(Locality locality) -> told(subject, lesson, locality);
    };
  }

  private static Measurement told(Subject subject, Lesson lesson, Locality locality) {
    List<Double> shares = locality.shares();
    double low = shares.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double mean = shares.stream().mapToDouble(Double::doubleValue).sum() / shares.size();
    Dataset asked = subject.images(subject.spikes() ? IMAGES_IN_TIME : IMAGES);
    Optional<Messages> messages = lesson.trainer().messages(lesson.untaught());
    Measurement.Measured measured =
        Measurement.Measured.of(mean, "1", method(lesson, locality, messages))
            .within(interval(locality, mean))
            .spread(low, high, "least and most of far-off weight, far-off activity, label");
    for (Locality.Named named : locality.named()) {
      measured =
          measured
              .detail(named.name() + "_share", named.reach().share())
              .detail(named.name() + "_counted", named.reach().counted())
              .detail(named.name() + "_median_change", named.reach().medianChange());
    }
    if (messages.isPresent()) {
      measured =
          measured
              .detail("bits_per_synapse", messages.get().bitsPerSynapse())
              .detail("bits_per_update", messages.get().bitsPerUpdate());
    }
    return withTasks(withCurve(measured, subject, lesson, asked), subject, lesson, asked);
  }

  /**
   * Over the weights and neurons that were changed, each of which reaches many synapses at once.
   * The labels were changed once, and are taken as they came out.
   */
  static Measurement.Interval interval(Locality locality, double mean) {
    double variance = 0;
    int degrees = 0;
    int drawn = locality.label().counted() > 0 ? 1 : 0;
    for (List<Locality.Change> changes : List.of(locality.weights(), locality.activities())) {
      List<DrawnShares.Drawn> told =
          changes.stream()
              .filter(c -> c.counted() > 0)
              .map(c -> new DrawnShares.Drawn("far off", c.changed(), c.counted()))
              .toList();
      if (!told.isEmpty()) {
        DrawnShares shares = new DrawnShares(told);
        variance += shares.variance();
        degrees += shares.degrees();
        drawn += told.size();
      }
    }
    int kinds = locality.shares().size();
    return Confidence.ofShare(
        mean,
        variance / (kinds * kinds),
        Math.max(1, degrees),
        Math.max(1, drawn),
        drawn + " changes far off");
  }

  private static Measurement.Measured withCurve(
      Measurement.Measured measured, Subject subject, Lesson lesson, Dataset asked) {
    LearningCurve curve = LearningCurve.of(lesson, asked, subject.quick());
    double[] seen = Arrays.stream(curve.seen()).asDoubleStream().toArray();
    return measured.curve(
        new Measurement.Series(
                "right answers as learning goes on",
                "images seen",
                "accuracy (share right)",
                seen,
                curve.accuracy())
            .within(around(curve.accuracy(), asked.size())));
  }

  private static Measurement.Measured withTasks(
      Measurement.Measured measured, Subject subject, Lesson lesson, Dataset asked) {
    Optional<TwoTasks> run = TwoTasks.of(lesson, asked, subject.quick());
    if (run.isEmpty()) {
      return measured;
    }
    TwoTasks tasks = run.get();
    return measured
        .detail("first_task_before_second", tasks.before())
        .detail("first_task_after_second", tasks.after())
        .detail("first_task_forgotten_share", tasks.forgotten())
        .detail("second_task_after_second", tasks.second())
        .detail("first_task_learnt_together", tasks.jointFirst())
        .detail("second_task_learnt_together", tasks.jointSecond())
        .detail("images_of_each_task", tasks.seen()[tasks.switched()])
        .curve(
            new Measurement.Series(
                    "the first task, while it is learnt and then while the second is",
                    "images of the second task seen; below 0: still the first is learnt",
                    "accuracy on the first task (share right)",
                    sinceTheSecond(tasks),
                    tasks.first())
                .within(around(tasks.first(), TwoTasks.askedOfFirst(asked))));
  }

  /** Around shares of so many images. */
  private static List<Measurement.Interval> around(double[] shares, int images) {
    return Arrays.stream(shares)
        .mapToObj(s -> Confidence.ofShare(s, images, images + " images"))
        .toList();
  }

  private static double[] sinceTheSecond(TwoTasks tasks) {
    int start = tasks.seen()[tasks.switched()];
    return Arrays.stream(tasks.seen()).mapToDouble(n -> n - start).toArray();
  }

  private static String method(Lesson lesson, Locality locality, Optional<Messages> messages) {
    return "One update by "
        + lesson.trainer().name()
        + " on "
        + locality.images()
        + " images, from the weights after "
        + locality.seen()
        + " images, is made "
        + locality.updates()
        + " times over, each time with one thing changed: a weight halved, a neuron made to answer"
        + " more weakly, or the labels changed. Counted are synapses that learn and whose two neurons"
        + " do what they did, to the bit, and that the change neither begins nor ends at; the share"
        + " of these whose update differs by any bit, mean over far-off weight, far-off activity and"
        + " label. 0: a synapse learns from its own two neurons alone. As a control, one of its own"
        + " neurons is changed. Bits that must travel, a number counting 32: "
        + messages.map(Messages::what).orElse("the rule does not say")
        + ".";
  }
}
