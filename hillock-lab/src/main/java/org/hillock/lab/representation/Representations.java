package org.hillock.lab.representation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;

/**
 * How alike the populations of compared networks hold the same images apart.
 *
 * @param conditions labels of the images
 * @param images how many were shown, as many of each label
 * @param populations in the order of rows and columns; the first is the image itself
 * @param dissimilarity [row][column]: correlation of the dissimilarities of one population, from
 *     one half of the images, with those of the other, from the other half; mean over both ways. On
 *     the diagonal it is the reliability of a population
 * @param ceiling [row][column]: the most that noise leaves of that correlation, the root of the
 *     product of both reliabilities (Spearman 1904, doi 10.2307/1412159); NaN where a reliability
 *     is not above 0
 * @param alignment [row][column]: {@linkplain KernelAlignment linear CKA} on all images
 * @param brain each population beside dissimilarities that the user gave
 */
public record Representations(
    List<String> conditions,
    int images,
    List<Place> populations,
    double[][] dissimilarity,
    double[][] ceiling,
    double[][] alignment,
    Optional<Brain> brain) {

  /** Images of each label that are shown at most. */
  public static final int EACH = 12;

  /** Two halves of two folds. */
  public static final int LEAST_EACH = 4;

  private static final int HALVES = 2;

  public Representations {
    conditions = List.copyOf(conditions);
    populations = List.copyOf(populations);
  }

  /**
   * A population of a network.
   *
   * @param network its name; empty for the image itself
   */
  public record Place(String network, String population) {}

  /**
   * Populations beside recorded responses.
   *
   * @param source where the recorded dissimilarities are from
   * @param correlation of each population's dissimilarities, from all images, with the recorded
   *     ones
   * @param ceiling the most that the population's own noise leaves, the root of its reliability
   *     (after Spearman and Brown, for all images); what noise the recording has is not known and
   *     not counted
   */
  public record Brain(String source, double[] correlation, double[] ceiling) {}

  /**
   * Which of the images are shown: as many of each label, {@link #EACH} at most; empty where some
   * label has fewer than {@link #LEAST_EACH}.
   */
  public static Optional<int[]> shown(Dataset data, int most) {
    Map<Integer, List<Integer>> byLabel = new LinkedHashMap<>();
    for (int c = 0; c < data.classes(); c++) {
      byLabel.put(c, new ArrayList<>());
    }
    for (int i = 0; i < data.size(); i++) {
      byLabel.getOrDefault(data.labels()[i], List.of()).add(i);
    }
    int each = byLabel.values().stream().mapToInt(List::size).min().orElse(0);
    int even = Math.min(each, most) / LEAST_EACH * LEAST_EACH;
    if (even < LEAST_EACH || data.classes() < Dissimilarities.LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        byLabel.values().stream()
            .flatMapToInt(all -> all.stream().limit(even).mapToInt(Integer::intValue))
            .toArray());
  }

  /**
   * Compares.
   *
   * @param labels of the images, label after label as {@link #shown} gives them
   * @param activities of each population: [image][neuron]
   * @param recorded dissimilarities of the same conditions, and where they are from
   */
  public static Representations of(
      List<String> conditions,
      int[] labels,
      Map<Place, double[][]> activities,
      Optional<Recorded> recorded) {
    int each = labels.length / conditions.size();
    int[] half = new int[labels.length];
    int[] fold = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      half[i] = i % each % HALVES;
      fold[i] = i % each / HALVES % 2;
    }
    List<Place> places = List.copyOf(activities.keySet());
    List<Dissimilarities[]> halves = new ArrayList<>();
    List<Dissimilarities> whole = new ArrayList<>();
    List<KernelAlignment> kernels = new ArrayList<>();
    for (double[][] activity : activities.values()) {
      Dissimilarities[] both = new Dissimilarities[HALVES];
      for (int h = 0; h < HALVES; h++) {
        int own = h;
        int[] rows = IntStream.range(0, labels.length).filter(i -> half[i] == own).toArray();
        both[h] =
            Dissimilarities.crossvalidated(
                Arrays.stream(rows).mapToObj(i -> activity[i]).toArray(double[][]::new),
                Arrays.stream(rows).map(i -> labels[i]).toArray(),
                Arrays.stream(rows).map(i -> fold[i]).toArray(),
                2,
                conditions);
      }
      halves.add(both);
      whole.add(Dissimilarities.crossvalidated(activity, labels, half, HALVES, conditions));
      kernels.add(new KernelAlignment(activity));
    }
    int n = places.size();
    double[][] alike = new double[n][n];
    double[][] aligned = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        alike[a][b] =
            (halves.get(a)[0].correlation(halves.get(b)[1])
                    + halves.get(a)[1].correlation(halves.get(b)[0]))
                / 2;
        aligned[a][b] = kernels.get(a).with(kernels.get(b));
      }
    }
    double[][] ceiling = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        boolean reliable = alike[a][a] > 0 && alike[b][b] > 0;
        ceiling[a][b] = reliable ? Math.sqrt(alike[a][a] * alike[b][b]) : Double.NaN;
      }
    }
    Optional<Brain> brain = recorded.map(r -> beside(r, whole, alike));
    return new Representations(conditions, labels.length, places, alike, ceiling, aligned, brain);
  }

  /**
   * Dissimilarities that somebody recorded.
   *
   * @param source such as the name of a file
   */
  public record Recorded(String source, Dissimilarities dissimilarities) {}

  private static Brain beside(Recorded recorded, List<Dissimilarities> whole, double[][] alike) {
    double[] correlation = new double[whole.size()];
    double[] ceiling = new double[whole.size()];
    for (int a = 0; a < correlation.length; a++) {
      correlation[a] = whole.get(a).correlation(recorded.dissimilarities());
      double reliability = 2 * alike[a][a] / (1 + alike[a][a]);
      ceiling[a] = reliability > 0 ? Math.sqrt(reliability) : Double.NaN;
    }
    return new Brain(recorded.source(), correlation, ceiling);
  }
}
