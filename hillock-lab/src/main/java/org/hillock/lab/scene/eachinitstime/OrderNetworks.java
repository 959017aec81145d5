package org.hillock.lab.scene.eachinitstime;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Networks of numbers whose neurons can be updated in any order. */
public final class OrderNetworks {

  static final int INPUTS = 16;
  static final int CELLS = 64;
  static final int STORED = 5;

  private OrderNetworks() {}

  /** Layers, forward only; weights as He et al. 2015 draw them (doi 10.1109/ICCV.2015.123). */
  public static Network layers() {
    return Network.builder("each-in-its-time")
        .seed(1)
        .provenance(
            new Provenance(
                "Three layers that can be updated all at once or one neuron at a time",
                "",
                List.of()))
        .population("image", Shape.of(4, 4, 1), "input", p -> p)
        .population("first", 24, "relu")
        .population("second", 16, "relu")
        .population("answer", 4, "softmax")
        .projection("image", "first", new Connectivity.Dense(), drawn(INPUTS))
        .projection("first", "second", new Connectivity.Dense(), drawn(24))
        .projection("second", "answer", new Connectivity.Dense(), drawn(16))
        .decision(new Decision.LargestValue("answer"))
        .build();
  }

  private static java.util.function.UnaryOperator<NetworkBuilder.ProjectionParts> drawn(
      int sources) {
    return p ->
        p.weight(
            Values.drawn(
                new Distribution.Normal(
                    0,
                    Math.sqrt(2.0 / sources),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Unit.NONE)));
  }

  /**
   * A memory of patterns of +1 and −1 (Hopfield 1982, doi 10.1073/pnas.79.8.2554), of cells that
   * are 1 or 0. An odd number of patterns over an even number of cells: no sum is ever 0.
   */
  static Network memory(int[][] stored) {
    double[][] w = new double[CELLS][CELLS];
    for (int[] pattern : stored) {
      for (int i = 0; i < CELLS; i++) {
        for (int j = 0; j < CELLS; j++) {
          w[i][j] += i == j ? 0 : pattern[i] * pattern[j];
        }
      }
    }
    return symmetric("memory", w);
  }

  /** Cells joined by symmetric weights that are drawn and mean nothing. */
  static Network glass(long seed) {
    double[][] w = new double[CELLS][CELLS];
    Draws draws = new Draws(seed, Purpose.WEIGHT, 1);
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < i; j++) {
        w[i][j] = draws.normal();
        w[j][i] = w[i][j];
      }
    }
    return symmetric("glass", w);
  }

  /** Σ w·(2a − 1) is Σ 2w·a − Σ w: the second part is the bias. */
  private static Network symmetric(String name, double[][] w) {
    double[] bias = new double[CELLS];
    double[] rows = new double[CELLS * CELLS];
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        rows[i * CELLS + j] = 2 * w[i][j];
        bias[i] -= w[i][j];
      }
    }
    return Network.builder(name)
        .population("cells", CELLS, "step", p -> p.bias(Values.listed(bias)))
        .projection(
            "cells",
            "cells",
            new Connectivity.Dense(),
            p -> p.weight(Values.listed(Numbers.of(rows), "")))
        .build();
  }

  /** Patterns to store, of +1 and −1. */
  static int[][] patterns(long seed) {
    int[][] patterns = new int[STORED][CELLS];
    for (int k = 0; k < STORED; k++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 2, k);
      Arrays.setAll(patterns[k], _ -> draws.uniform() < 0.5 ? -1 : 1);
    }
    return patterns;
  }
}
