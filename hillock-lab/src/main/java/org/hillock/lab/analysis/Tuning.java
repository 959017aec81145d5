package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Experiment;

/**
 * How each neuron of some populations is tuned to classes of images.
 *
 * @param images that were shown
 * @param classes of labels
 * @param populations in the order of the network
 */
public record Tuning(int images, int classes, List<OfPopulation> populations) {

  /**
   * One population.
   *
   * @param population its name
   * @param unit of responses: Hz, that of the value, or empty
   * @param neurons all of them
   */
  public record OfPopulation(String population, String unit, List<ClassTuning> neurons) {

    /** The mean of the selectivity of those for which it is a number. */
    public double meanSelectivity() {
      return Moments.meanOfKnown(neurons.stream().mapToDouble(ClassTuning::selectivity).toArray());
    }

    /** The same of the sparseness. */
    public double meanSparseness() {
      return Moments.meanOfKnown(neurons.stream().mapToDouble(ClassTuning::sparseness).toArray());
    }

    /** The same of d'. */
    public double meanDiscriminability() {
      return Moments.meanOfKnown(
          neurons.stream().mapToDouble(ClassTuning::discriminability).toArray());
    }

    /** How many neurons prefer each class. */
    public int[] preferring(int classes) {
      int[] counts = new int[classes];
      neurons.stream()
          .filter(n -> Arrays.stream(n.means()).distinct().count() > 1)
          .forEach(n -> counts[n.preferred()]++);
      return counts;
    }
  }

  /** Numbers that are held at a time: images × neurons. */
  private static final long MOST = 60_000_000;

  /**
   * Shows images.
   *
   * @param door the population that they are shown on
   * @param wanted populations; empty for all that are no sources
   * @throws UsageException where an image does not fit, a population is unknown or there is too
   *     much to keep
   */
  public static Tuning of(
      Experiment run,
      String door,
      float[][] images,
      int[] labels,
      int classes,
      Set<String> wanted,
      Progress progress) {
    long neurons = 0;
    try (var session = run.open()) {
      for (Population p : session.network().populations().values()) {
        neurons += wanted.isEmpty() || wanted.contains(p.name()) ? p.size() : 0;
      }
    }
    if (neurons * images.length > MOST) {
      throw new UsageException(
          images.length
              + " images and "
              + neurons
              + " neurons are too many to keep; name populations with --of, or show fewer images"
              + " with --images");
    }
    Responses responses = Responses.of(run, door, images, wanted, progress);
    List<OfPopulation> all = new ArrayList<>();
    for (String name : responses.populations()) {
      boolean source = name.equals(door) || Responses.isSource(responses.population(name));
      if (!source || wanted.contains(name)) {
        all.add(
            new OfPopulation(
                name, responses.unit(name), ClassTuning.of(responses.of(name), labels, classes)));
      }
    }
    return new Tuning(images.length, classes, List.copyOf(all));
  }
}
