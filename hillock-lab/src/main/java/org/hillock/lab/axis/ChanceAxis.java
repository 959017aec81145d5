package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.axis.noise.NoiseSource;
import org.hillock.lab.axis.noise.Repeats;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;

/** Is the same answer given to the same image every time, and where does chance come from? */
final class ChanceAxis implements Axis {

  private static final int IMAGES = 60;
  private static final int TRIALS = 6;

  /** Images for each network with a source taken out: there may be several of these. */
  private static final int STEADY_IMAGES = 15;

  /** More are taken out by their kinds, or it would take minutes. */
  private static final int MOST_SOURCES = 5;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "chance",
        "Chance",
        "Shown the same image again, does the network answer and act differently?",
        "images not always answered alike",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    Dataset images = subject.images(IMAGES);
    int trials = Math.max(2, subject.sample(TRIALS));
    int sources = graph.dataflow().sources().size();
    Measurement.Measured measured =
        told(
            subject,
            repeats(subject, graph, images, trials),
            images,
            trials,
            sources,
            GraphDirection.drawn(graph.dataflow()));
    Optional<Respondent.AsItStands> steady = sources == 0 ? Optional.empty() : graph.steady();
    if (steady.isPresent()) {
      Repeats quiet = repeats(subject, steady.get(), images, trials);
      return measured.detail("entropy_bits_without_any", mean(quiet.entropies(classes(subject))));
    }
    return sources == 0
        ? measured
        : measured.detail(
            "noise_sources_that_cannot_be_taken_out",
            graph.dataflow().sources().stream().filter(s -> !s.steady()).count());
  }

  @Override
  public Measurement measure(Subject subject) {
    Dataset images = subject.images(IMAGES);
    int trials = Math.max(2, subject.sample(TRIALS));
    List<NoiseSource> sources = NoiseSource.of(subject.network());
    Measurement.Measured measured =
        told(
            subject,
            repeats(subject, subject.respondent(), images, trials),
            images,
            trials,
            sources.size(),
            told(sources));
    return sources.isEmpty() ? measured : steadied(subject, sources, trials, measured);
  }

  private static Measurement.Measured told(
      Subject subject, Repeats repeats, Dataset images, int trials, int sources, String source) {
    Measurement.Interval interval =
        Confidence.ofShare(repeats.undecided(), images.size(), images.size() + " test images");
    Measurement.Measured measured =
        Measurement.Measured.of(
                (double) repeats.undecided() / images.size(),
                "1",
                "Share of "
                    + images.size()
                    + " test images that did not get the same answer in all of "
                    + trials
                    + " trials; every random source draws anew in each trial. Activity differs where any"
                    + " neuron's value or spike count does."
                    + source)
            .within(interval.low(), interval.high(), interval.meaning())
            .detail("activity_differs_share", share(repeats.activityDiffers()))
            .detail("trials", trials)
            .detail("entropy_bits", mean(repeats.entropies(classes(subject))))
            .detail("noise_sources", sources);
    return repeats.fano().length > 0
        ? measured.detail("fano_factor", mean(repeats.fano()))
        : measured;
  }

  private static String told(List<NoiseSource> sources) {
    return sources.isEmpty()
        ? " Nothing in the network's description is drawn anew in a trial."
        : " Entropy of the answers to an image in bits, mean over images, with Miller's correction."
            + " Noise sources are taken out of the description, each then being its mean: one by one,"
            + " and all.";
  }

  /** The same again with sources taken out, as far as they can be. */
  private static Measurement.Measured steadied(
      Subject subject, List<NoiseSource> sources, int trials, Measurement.Measured all) {
    Dataset images = subject.images(STEADY_IMAGES);
    Measurement.Measured measured =
        with(all, "with_all", subject, subject.network(), images, trials);
    int kept = 0;
    Map<String, List<NoiseSource>> taken = oneByOne(sources);
    if (taken.size() > 1) {
      for (Map.Entry<String, List<NoiseSource>> some : taken.entrySet()) {
        Measurement.Measured more =
            without(measured, "without_" + some.getKey(), subject, some.getValue(), images, trials);
        kept += more.equals(measured) ? some.getValue().size() : 0;
        measured = more;
      }
    }
    Measurement.Measured steady =
        without(measured, "without_any", subject, sources, images, trials);
    if (taken.size() == 1 && steady.equals(measured)) {
      kept = sources.size();
    }
    return kept == 0 ? steady : steady.detail("noise_sources_that_cannot_be_taken_out", kept);
  }

  /** Each by itself, or where they are many those of a kind together. */
  private static Map<String, List<NoiseSource>> oneByOne(List<NoiseSource> sources) {
    Map<String, List<NoiseSource>> groups = new LinkedHashMap<>();
    for (NoiseSource source : sources) {
      String name =
          sources.size() <= MOST_SOURCES
              ? source.name()
              : source.kind().name().toLowerCase(java.util.Locale.ROOT);
      groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(source);
    }
    return groups;
  }

  /** Unchanged where these cannot be taken out of this network, or none then runs it. */
  private static Measurement.Measured without(
      Measurement.Measured measured,
      String name,
      Subject subject,
      List<NoiseSource> sources,
      Dataset images,
      int trials) {
    try {
      Network steady = NoiseSource.without(subject.network(), sources);
      return with(measured, name, subject, steady, images, trials);
    } catch (UsageException _) {
      return measured;
    }
  }

  private static Measurement.Measured with(
      Measurement.Measured measured,
      String name,
      Subject subject,
      Network network,
      Dataset images,
      int trials) {
    Repeats repeats = repeats(subject, new Respondent.Described(network), images, trials);
    Measurement.Measured more =
        measured.detail("entropy_bits_" + name, mean(repeats.entropies(classes(subject))));
    return repeats.fano().length == 0
        ? more
        : more.detail("fano_factor_" + name, mean(repeats.fano()));
  }

  private static Repeats repeats(Subject subject, Respondent asked, Dataset images, int trials) {
    try (Classifier classifier = Classifier.open(asked, subject.timing(), subject.seed())) {
      return Repeats.of(classifier, images.images(), subject.summing(), trials);
    }
  }

  private static int classes(Subject subject) {
    return org.hillock.core.network.Ports.of(subject.network()).classes(subject.network());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double share(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return (double) count / flags.length;
  }
}
