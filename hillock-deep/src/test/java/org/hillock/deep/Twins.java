package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Network;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.jspecify.annotations.Nullable;

/** Holds the tensor engine to its plain twin, pass after pass. */
final class Twins {

  /** Single precision keeps 24 bits, about 6e-8; sums of some tens of terms lose a few of them. */
  private static final double RELATIVE = 1e-5;

  private Twins() {}

  /** Normal numbers, one row for each input. */
  static float[][] batch(int rows, int width, long seed) {
    float[][] batch = new float[rows][width];
    for (int i = 0; i < rows; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      for (int k = 0; k < width; k++) {
        batch[i][k] = (float) draws.normal();
      }
    }
    return batch;
  }

  static double[][] read(Session session, String site) {
    return session.read(session.bind(SiteRef.parse(site)));
  }

  /**
   * Compares all values and sums of all passes.
   *
   * @param passes what is shown in each, by population
   */
  static void meet(Network network, List<Map<String, float[][]>> passes, int rows) {
    meet(network, passes, rows, List.of());
  }

  /** The same, with one more intervention before each pass but the first, as long as there are. */
  static void meet(
      Network network,
      List<Map<String, float[][]>> passes,
      int rows,
      List<Intervention> interventions) {
    Iterator<Intervention> next = interventions.iterator();
    PlainForward plain = new PlainForward(network);
    try (Session session = new TensorEngine().open(network, SessionOptions.seeded(1))) {
      for (Map<String, float[][]> inputs : passes) {
        inputs.forEach((name, frames) -> session.present(new Stimulus.Frames(name, frames)));
        session.advance();
        List<Map<String, double[]>> shown = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
          Map<String, double[]> one = new HashMap<>();
          int at = row;
          inputs.forEach((name, f) -> one.put(name, Answers.wide(f[f.length == 1 ? 0 : at])));
          shown.add(one);
        }
        List<PlainForward.Pass> wanted = plain.passes(shown);
        for (int row = 0; row < rows; row++) {
          compare(network, session, wanted.get(row), row);
        }
        if (next.hasNext()) {
          Intervention intervention = next.next();
          session.apply(intervention);
          plain.apply(intervention);
        }
      }
    }
  }

  private static void compare(Network network, Session session, PlainForward.Pass wanted, int row) {
    for (String population : network.populations().keySet()) {
      compare(read(session, population + ".value")[row], wanted.values().get(population));
      if (wanted.sums().containsKey(population)) {
        compare(read(session, population + ".sum")[row], wanted.sums().get(population));
      }
    }
  }

  private static void compare(double[] tensor, double @Nullable [] plain) {
    double[] wanted = Objects.requireNonNull(plain);
    assertThat(tensor).hasSameSizeAs(wanted);
    double scale = Arrays.stream(wanted).map(Math::abs).max().orElse(0);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(tensor[i]).isCloseTo(wanted[i], within(RELATIVE * Math.max(scale, 1e-3)));
    }
  }
}
