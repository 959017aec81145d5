package org.hillock.lab;

import java.util.function.UnaryOperator;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/** Small networks whose answers are known, and short words to build others. */
public final class Nets {

  private Nets() {}

  public static Connectivity dense() {
    return new Connectivity.Dense();
  }

  /** Plain weights, [target, source] row by row. */
  public static UnaryOperator<ProjectionParts> weights(double... rows) {
    return p -> p.weight(Values.listed(rows));
  }

  /** Weights in mV with a delay of 1 ms. */
  public static UnaryOperator<ProjectionParts> mV(double... rows) {
    return p -> p.weight(Values.listed(Numbers.of(rows), "mV")).delay("1 ms");
  }

  /** Biases of spiking neurons. */
  public static Values mVPerMs(double... each) {
    return Values.listed(Numbers.of(each), "mV/ms");
  }

  /** Plain weights drawn from a normal distribution around 0. */
  public static Values normal(double sd) {
    return Values.drawn(
        new Distribution.Normal(
            0, sd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Unit.NONE));
  }

  /** As many outputs as pixels: the answer is the brightest pixel. */
  public static Network brightest(int pixels) {
    return Network.builder("brightest")
        .population("image", pixels, "input")
        .population("out", pixels, "identity")
        .projection("image", "out", new Connectivity.OneToOne(), p -> p)
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** The same in spikes: every output integrates its own pixel, 1 spike per ms at 1. */
  public static Network brightestInSpikes(int pixels) {
    return Network.builder("brightest-in-spikes")
        .population("image", pixels, "input")
        .population("out", pixels, "if")
        .projection(
            "image", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }
}
