package org.hillock.lab.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.representation.Representations.Place;
import org.junit.jupiter.api.Test;

/** Distances that are known, and populations that are alike by construction or not at all. */
class RepresentationTest {

  private static final int EACH = 12;
  private static final List<String> LABELS = List.of("a", "b", "c", "d", "e", "f");
  private static final int[] OF =
      IntStream.range(0, LABELS.size() * EACH).map(i -> i / EACH).toArray();

  private static Draws draws(int number) {
    return new Draws(3, Purpose.EXPERIMENT, number);
  }

  /** Means of labels drawn by one stream, noise by another. */
  private static double[][] population(int neurons, int means, int noise, double deviation) {
    double[][] mean = new double[LABELS.size()][neurons];
    Draws centre = draws(means);
    for (double[] row : mean) {
      for (int n = 0; n < neurons; n++) {
        row[n] = centre.normal();
      }
    }
    Draws around = draws(noise);
    double[][] seen = new double[OF.length][neurons];
    for (int i = 0; i < seen.length; i++) {
      for (int n = 0; n < neurons; n++) {
        seen[i][n] = mean[OF[i]][n] + deviation * around.normal();
      }
    }
    return seen;
  }

  private static int[] folds(int folds) {
    return IntStream.range(0, OF.length).map(i -> i % folds).toArray();
  }

  /** Where labels differ in nothing, distances are 0 on average: plain ones would all be above. */
  @Test
  void noiseAloneMakesNoDistance() {
    double sum = 0;
    int below = 0;
    int pairs = 0;
    for (int run = 0; run < 40; run++) {
      double[][] seen = new double[OF.length][20];
      Draws noise = draws(100 + run);
      for (double[] row : seen) {
        for (int n = 0; n < row.length; n++) {
          row[n] = noise.normal();
        }
      }
      for (double d : Dissimilarities.crossvalidated(seen, OF, folds(3), 3, LABELS).pairs()) {
        sum += d;
        below += d < 0 ? 1 : 0;
        pairs++;
      }
    }
    // one distance has a standard deviation of about 2/12/sqrt(20)·sqrt(1.5) = 0.046; 600 of them,
    // six labels to a run
    assertThat(sum / pairs).isCloseTo(0, within(0.01));
    assertThat((double) below / pairs).isBetween(0.4, 0.6);
  }

  /**
   * Two means that lie 2 deviations apart in each neuron have the squared distance 4 per neuron.
   */
  @Test
  void distancesAreThoseOfTheMeans() {
    double[][] seen = new double[OF.length][400];
    for (int i = 0; i < seen.length; i++) {
      java.util.Arrays.fill(seen[i], OF[i] == 1 ? 2 : 0);
    }
    Draws noise = draws(5);
    for (double[] row : seen) {
      for (int n = 0; n < row.length; n++) {
        row[n] += noise.normal();
      }
    }
    Dissimilarities d = Dissimilarities.crossvalidated(seen, OF, folds(4), 4, LABELS);
    assertThat(d.pairs()[0]).isCloseTo(4, within(0.2));
    assertThat(d.pairs()[1]).isCloseTo(0, within(0.2));
  }

  /** Worked out with NumPy from the estimator's formula in matrices. */
  @Test
  void alignmentIsTheUnbiasedOne() {
    double[][] x = new double[6][3];
    double[][] y = new double[6][2];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 3; j++) {
        x[i][j] = Math.sin(1.0 * i * (j + 1));
      }
      for (int j = 0; j < 2; j++) {
        y[i][j] = Math.cos(0.7 * i + j);
      }
    }
    assertThat(new KernelAlignment(x).with(new KernelAlignment(y)))
        .isCloseTo(0.09384559531669984, within(1e-12));
  }

  /** Turned by 30 degrees, stretched and moved, a population is the same to it. */
  @Test
  void turningChangesNothing() {
    double[][] seen = population(2, 1, 2, 0.5);
    double[][] turned = new double[seen.length][2];
    double c = Math.cos(Math.PI / 6);
    double s = Math.sin(Math.PI / 6);
    for (int i = 0; i < seen.length; i++) {
      turned[i][0] = 7 + 3 * (c * seen[i][0] - s * seen[i][1]);
      turned[i][1] = -2 + 3 * (s * seen[i][0] + c * seen[i][1]);
    }
    assertThat(new KernelAlignment(seen).with(new KernelAlignment(turned)))
        .isCloseTo(1, within(1e-12));
    assertThat(new KernelAlignment(seen).with(new KernelAlignment(new double[seen.length][3])))
        .isNaN();
  }

  @Test
  void alikeAndUnlike() {
    Map<Place, double[][]> seen = new LinkedHashMap<>();
    seen.put(new Place("", "image"), population(12, 1, 11, 0.3));
    seen.put(new Place("same", "means"), population(12, 1, 12, 0.3));
    seen.put(new Place("other", "means"), population(12, 2, 13, 0.3));
    seen.put(new Place("none", "noise"), population(12, 3, 14, 1000));
    Representations it = Representations.of(LABELS, OF, seen, Optional.empty());
    double[][] r = it.dissimilarity();
    assertThat(r[0][1]).isGreaterThan(0.85).isEqualTo(r[1][0]);
    assertThat(Math.abs(r[0][2])).isLessThan(0.6);
    assertThat(it.ceiling()[0][1]).isBetween(0.85, 1.0);
    // a correlation lies at its ceiling where two populations are the same but for noise
    assertThat(r[0][1] / it.ceiling()[0][1]).isCloseTo(1, within(0.08));
    assertThat(it.alignment()[0][1]).isGreaterThan(0.9);
    assertThat(it.alignment()[0][2]).isLessThan(0.8);
    assertThat(Math.abs(it.alignment()[0][3])).isLessThan(0.15);
    assertThat(it.brain()).isEmpty();
  }

  @Test
  void besideWhatWasRecorded() {
    Map<Place, double[][]> seen = new LinkedHashMap<>();
    seen.put(new Place("", "image"), population(12, 1, 11, 0.3));
    seen.put(new Place("other", "means"), population(12, 2, 13, 0.3));
    Dissimilarities same =
        Dissimilarities.crossvalidated(population(12, 1, 21, 0.3), OF, folds(2), 2, LABELS);
    Representations it =
        Representations.of(
            LABELS, OF, seen, Optional.of(new Representations.Recorded("rdm.csv", same)));
    assertThat(it.brain().orElseThrow().source()).isEqualTo("rdm.csv");
    assertThat(it.brain().orElseThrow().correlation()[0]).isGreaterThan(0.9);
    assertThat(it.brain().orElseThrow().correlation()[1]).isLessThan(0.6);
    assertThat(it.brain().orElseThrow().ceiling()[0]).isBetween(0.9, 1.0);
  }

  @Test
  void matricesAreChecked() {
    List<String> three = List.of("a", "b", "c");
    double[][] good = {{0, 1, 2}, {1, 0, 3}, {2, 3, 0}};
    assertThat(Dissimilarities.ofMatrix("rdm.csv", three, good).pairs()).containsExactly(1, 2, 3);
    List<double[][]> bad = new ArrayList<>();
    bad.add(new double[][] {{0, 1, 2}, {1, 0, 3}, {2, 4, 0}});
    bad.add(new double[][] {{0, 1, 2}, {1, 5, 3}, {2, 3, 0}});
    bad.add(new double[][] {{0, 1, 2}, {1, 0}, {2, 3, 0}});
    bad.add(new double[][] {{0, Double.NaN, 2}, {Double.NaN, 0, 3}, {2, 3, 0}});
    for (double[][] matrix : bad) {
      assertThatThrownBy(() -> Dissimilarities.ofMatrix("rdm.csv", three, matrix))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("rdm.csv")
          .hasMessageContaining("row ");
    }
  }
}
