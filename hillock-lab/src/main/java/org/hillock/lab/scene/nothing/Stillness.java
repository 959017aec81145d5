package org.hillock.lab.scene.nothing;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.comparison.BuiltInNetworks;

/** What deep networks do in the passes after the one that showed them something. */
final class Stillness {

  private static final int PIXELS = 64;
  private static final int LOOPED = 200;
  private static final int PASSES = 100;
  private static final long PICTURE = 4714;

  private Stillness() {}

  /**
   * A multilayer perceptron: by how much the values of all its neurons, in any of the passes after
   * the picture was taken away, differ from those of a session that was never shown anything, at
   * most.
   */
  static double perceptron(long seed) {
    Network network = BuiltInNetworks.perceptron(Shape.of(8, 8, 1), List.of(32, 32), 10, seed);
    double most = 0;
    try (Session shown = Engines.open(network, SessionOptions.seeded(seed));
        Session never = Engines.open(network, SessionOptions.seeded(seed))) {
      shown.present(Stimulus.frame("image", picture(PIXELS, seed)));
      shown.advance();
      shown.present(new Stimulus.Nothing("image"));
      never.present(new Stimulus.Nothing("image"));
      for (int pass = 0; pass < PASSES; pass++) {
        shown.advance();
        never.advance();
        for (String population : network.populations().keySet()) {
          double[] a = values(shown, population);
          double[] b = values(never, population);
          for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
          }
        }
      }
    }
    return most;
  }

  /**
   * A recurrent network of tanh neurons with random weights of spread gain/√N (Sompolinsky,
   * Crisanti and Sommers 1988, doi 10.1103/PhysRevLett.61.259): root mean square of its values
   * after 100 passes without input. Below a gain of 1 it dies out, above it goes on.
   */
  static double[] looped(double gain, long seed) {
    Network network =
        Network.builder("looped")
            .seed(seed)
            .population("image", LOOPED, "input")
            .population("hidden", LOOPED, "tanh", p -> p.bias(Values.constant(0)))
            .projection("image", "hidden", new Connectivity.OneToOne(), p -> p)
            .projection(
                "hidden",
                "hidden",
                new Connectivity.Dense(),
                p ->
                    p.weight(
                            Values.drawn(
                                new Distribution.Normal(
                                    0,
                                    gain / Math.sqrt(LOOPED),
                                    Double.NEGATIVE_INFINITY,
                                    Double.POSITIVE_INFINITY,
                                    Unit.NONE)))
                        .delay("1"))
            .build();
    double[] course = new double[PASSES + 1];
    try (Session session = Engines.open(network, SessionOptions.seeded(seed))) {
      session.present(Stimulus.frame("image", picture(LOOPED, seed)));
      session.advance();
      course[0] = size(values(session, "hidden"));
      session.present(new Stimulus.Nothing("image"));
      for (int pass = 1; pass <= PASSES; pass++) {
        session.advance();
        course[pass] = size(values(session, "hidden"));
      }
    }
    return course;
  }

  private static double size(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
  }

  private static double[] values(Session session, String population) {
    return session.read(session.bind(SiteRef.of(population, "value")))[0];
  }

  private static float[] picture(int pixels, long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, PICTURE);
    float[] picture = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      picture[i] = (float) draws.uniform();
    }
    return picture;
  }
}
