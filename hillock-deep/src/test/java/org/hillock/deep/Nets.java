package org.hillock.deep;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/** Small networks that several tests use. */
final class Nets {

  private Nets() {}

  static Values normal(double sd) {
    return Values.drawn(
        new Distribution.Normal(
            0, sd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Unit.NONE));
  }

  static Connectivity dense() {
    return new Connectivity.Dense();
  }

  /** image → hidden → out, with biases. */
  static Network mlp(int pixels, int hidden, String kind, int classes, String output, long seed) {
    return Network.builder("mlp")
        .seed(seed)
        .population("image", pixels, "input")
        .population("hidden", hidden, kind, p -> p.bias(normal(0.1)))
        .population("out", classes, output, p -> p.bias(Values.constant(0)))
        .projection("image", "hidden", dense(), c -> c.weight(normal(1)))
        .projection("hidden", "out", dense(), c -> c.weight(normal(0.5)))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** image and labels → hidden1 → hidden2, read by goodness. */
  static Network goodness(int pixels, int hidden, int classes, long seed, Values second) {
    return Network.builder("ff")
        .seed(seed)
        .population("image", pixels, "input")
        .population("labels", classes, "input")
        .population("hidden1", hidden, "relu", p -> p.bias(Values.constant(0)))
        .population("hidden2", hidden, "relu", p -> p.bias(Values.constant(0)))
        .projection(
            "image",
            "hidden1",
            dense(),
            c -> c.weight(normal(1 / Math.sqrt(pixels))).normalise(Normalisation.rms()))
        .projection("labels", "hidden1", dense(), c -> c.weight(normal(1)))
        .projection(
            "hidden1", "hidden2", dense(), c -> c.weight(second).normalise(Normalisation.rms()))
        .decision(new Decision.LargestGoodness("labels", List.of("hidden1", "hidden2")))
        .build();
  }
}
