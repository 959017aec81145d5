package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.lab.axis.LeftOver.Course;

/** How long does activity last when nothing comes in any more, and what does it still know? */
final class AfterInputAxis implements Axis {

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "after_input",
        "After the input stops",
        "How long do neurons stay active when the image is taken away?",
        "time until the last neuron falls silent",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject) {
    return subject.spikes() ? inTime(subject) : AfterPasses.measure(subject);
  }

  private static Measurement inTime(Subject subject) {
    Course course;
    try (LeftOver left = new LeftOver(subject)) {
      if (left.refusal().isPresent()) {
        return new Measurement.NotDefined(left.refusal().get());
      }
      course = left.watch();
    }
    int bins = course.perBin().length;
    double[] x = new double[bins];
    for (int b = 0; b < bins; b++) {
      x[b] = (b + 0.5) * LeftOver.BIN_MS;
    }
    Quantiles last = new Quantiles(course.lasts());
    List<Measurement.Interval> memory = new ArrayList<>();
    for (int right : course.read()) {
      memory.add(Confidence.ofShare(right, course.asked(), course.asked() + " trials"));
    }
    Measurement.Measured measured =
        Measurement.Measured.of(
                last.median(),
                "ms",
                course.how()
                    + " Then the input is zero; time from there to the last spike of any neuron"
                    + " within "
                    + LeftOver.WATCHED_MS
                    + " ms, median over "
                    + course.lasts().length
                    + " trials. A value near "
                    + LeftOver.WATCHED_MS
                    + " ms means that activity did not end; the rate of the network that was never"
                    + " shown anything tells how much of it is its own. What is remembered: which of "
                    + course.stimuli()
                    + " stimuli it was, told from the spikes of all neurons in "
                    + LeftOver.READ_MS
                    + " ms by the nearest trial of another run.")
            .within(
                Confidence.ofMedian(
                    course.lasts(),
                    course.stimuli(),
                    course.lasts().length + " trials of " + course.stimuli() + " stimuli"))
            .spread(last.at(0.05), last.at(0.95), "5–95 % of trials")
            .detail("share_still_active_at_end", course.stillActive())
            .detail("spikes_per_ms_never_shown", course.unprompted())
            .detail("hz_per_neuron_never_shown", course.unprompted() * 1000 / course.neurons())
            .detail("stimulus_told_by_chance", 1.0 / course.stimuli());
    double[] at = new double[memory.size()];
    double[] told = new double[memory.size()];
    for (int w = 0; w < at.length; w++) {
      at[w] = (w + 0.5) * LeftOver.READ_MS;
      told[w] = (double) course.read()[w] / course.asked();
      String from = Math.round(w * LeftOver.READ_MS) + "_ms";
      measured =
          measured
              .detail("stimulus_told_from_" + from, told[w])
              .detail("stimulus_told_from_" + from + "_low", memory.get(w).low())
              .detail("stimulus_told_from_" + from + "_high", memory.get(w).high());
    }
    return measured
        .curve(
            new Measurement.Series(
                "all neurons",
                "time after the input stopped (ms)",
                "spikes per ms, whole network",
                x,
                course.perBin()))
        .curve(
            new Measurement.Series(
                    "memory of the stimulus",
                    "time after the input stopped (ms)",
                    "stimulus told right (share)",
                    at,
                    told)
                .within(memory));
  }
}
