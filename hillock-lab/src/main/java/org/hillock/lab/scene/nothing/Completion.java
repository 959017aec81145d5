package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.wiring.ShuffledWiring;

/**
 * Recall from a fragment in spikes: patterns of cells that overlap are stored by Hebb's rule; part
 * of the cells of one are made to fire, then nothing is; which cells fire afterwards?
 *
 * @param fragment correlation of the cells that were made to fire with the whole pattern
 * @param recalled correlation of the spike counts afterwards with the whole pattern, mean over
 *     patterns
 * @param right share of patterns that afterwards are nearer to the counts than any other
 */
record Completion(double fragment, double recalled, double right) {

  static final int PATTERNS = 10;
  private static final int CELLS = 384;
  private static final int ACTIVE = 40;
  private static final double SHARE_SHOWN = 0.4;
  private static final double SHOWN_MS = 100;

  /** Afterwards: long enough for what was made to fire to have faded, as its excitation has. */
  private static final double FROM_MS = 150;

  private static final double TO_MS = 250;
  private static final long PATTERN_DRAWS = 4712;

  /**
   * Measures it.
   *
   * @param shuffled the control: the same weights between other cells, as many in and out of each
   */
  static Completion of(boolean shuffled, long seed, Progress progress) {
    int[][] patterns = patterns(seed);
    Network stored = network(patterns);
    Network network = shuffled ? ShuffledWiring.of(stored, seed, 0) : stored;
    double recalled = 0;
    double right = 0;
    double fragment = 0;
    try (Observed observed = new Observed(network, seed)) {
      for (int p = 0; p < PATTERNS; p++) {
        int[] cue = Arrays.copyOf(patterns[p], (int) Math.round(SHARE_SHOWN * ACTIVE));
        int[] sorted = cue.clone();
        Arrays.sort(sorted);
        observed.run(
            p,
            TO_MS,
            List.of(
                new Intervention.Stimulate(
                    SiteRef.of("exc", sorted, "v"), 0.8, new Intervention.Window(0, SHOWN_MS))),
            progress);
        double[] counts = counts(observed);
        double[] agreement = new double[PATTERNS];
        for (int q = 0; q < PATTERNS; q++) {
          agreement[q] = correlation(counts, indicator(patterns[q]));
        }
        recalled += agreement[p] / PATTERNS;
        fragment += correlation(indicator(cue), indicator(patterns[p])) / PATTERNS;
        right += best(agreement) == p ? 1.0 / PATTERNS : 0;
      }
    }
    return new Completion(fragment, recalled, right);
  }

  private static int best(double[] agreement) {
    int best = -1;
    for (int q = 0; q < agreement.length; q++) {
      if (agreement[q] > 0 && (best < 0 || agreement[q] > agreement[best])) {
        best = q;
      }
    }
    return best;
  }

  private static int[][] patterns(long seed) {
    int[][] patterns = new int[PATTERNS][];
    for (int p = 0; p < PATTERNS; p++) {
      int[] cells = new int[CELLS];
      Arrays.setAll(cells, i -> i);
      new Draws(seed, Purpose.EXPERIMENT, PATTERN_DRAWS, p).shuffle(cells);
      patterns[p] = Arrays.copyOf(cells, ACTIVE);
    }
    return patterns;
  }

  /** Cells that are in one pattern, or in several, together excite each other, once. */
  private static Network network(int[][] patterns) {
    boolean[][] joined = new boolean[CELLS][CELLS];
    for (int[] pattern : patterns) {
      for (int i : pattern) {
        for (int j : pattern) {
          joined[i][j] |= i != j;
        }
      }
    }
    List<Integer> pre = new ArrayList<>();
    List<Integer> post = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        if (joined[i][j]) {
          pre.add(i);
          post.add(j);
        }
      }
    }
    NeuronModel cell = Assemblies.cell();
    NetworkBuilder builder =
        Network.builder("completion")
            .seed(1)
            .provenance(
                new Provenance(PATTERNS + " overlapping patterns stored once", "", List.of()))
            .population(
                "exc",
                CELLS,
                cell,
                p ->
                    p.param(
                            "v_init",
                            Values.drawn(new Distribution.Uniform(0, 15, Unit.parse("mV"))))
                        .bias(Values.constant(0.81, "mV/ms")))
            .population(
                Assemblies.INHIBITION,
                Assemblies.INHIBITORY,
                cell,
                p -> Assemblies.inhibitory(p, true));
    int[] from = pre.stream().mapToInt(Integer::intValue).toArray();
    int[] to = post.stream().mapToInt(Integer::intValue).toArray();
    return builder
        .projection(
            "exc",
            "exc",
            Connectivity.EdgeList.of(from, to),
            p ->
                p.weight(Values.constant(Assemblies.WITHIN / ACTIVE, "mV/ms"))
                    .delay("0.5 ms")
                    .receptor("excitatory"))
        .projection(
            "exc",
            Assemblies.INHIBITION,
            new Connectivity.AllToAll(true),
            p ->
                p.weight(
                        Values.constant(
                            Assemblies.TO_INHIBITION * Assemblies.CELLS / ACTIVE, "mV/ms"))
                    .delay("0.5 ms")
                    .receptor("excitatory"))
        .projection(
            Assemblies.INHIBITION,
            "exc",
            new Connectivity.AllToAll(true),
            p ->
                p.weight(Values.constant(Assemblies.FROM_INHIBITION, "mV/ms"))
                    .delay("0.5 ms")
                    .receptor("inhibitory"))
        .build();
  }

  private static double[] counts(Observed observed) {
    double[] counts = new double[CELLS];
    Observed.Spikes spikes = observed.of("exc");
    for (int k = 0; k < spikes.count(); k++) {
      if (spikes.timeMs(k) >= FROM_MS) {
        counts[spikes.cell(k)]++;
      }
    }
    return counts;
  }

  private static double[] indicator(int[] cells) {
    double[] one = new double[CELLS];
    for (int c : cells) {
      one[c] = 1;
    }
    return one;
  }

  /** Pearson's; 0 where one of them is the same everywhere. */
  static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
