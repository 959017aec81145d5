package org.hillock.lab.scene.onewayorround;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/** The networks of the scene. */
final class WayNetworks {

  static final int ROWS = 6;
  static final int COLUMNS = 6;
  static final int SYMBOLS = 4;
  static final Shape PICTURE = new Shape(List.of(ROWS, COLUMNS, 1));
  static final String BACK = "hidden_hidden";
  private static final int HIDDEN = 24;
  private static final int FILTERS = 4;
  private static final int CELLS = 240;

  private WayNetworks() {}

  /** Sees the whole picture at once. */
  static Network forward(long seed) {
    return Network.builder("forward")
        .seed(seed)
        .population("image", PICTURE, "input", p -> p)
        .population("hidden", HIDDEN, "tanh", p -> p.bias(Values.constant(0)))
        .population("out", SYMBOLS, "softmax", p -> p.bias(Values.constant(0)))
        .projection("image", "hidden", new Connectivity.Dense(), learnt(PICTURE.size()))
        .projection("hidden", "out", new Connectivity.Dense(), learnt(HIDDEN))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** Sees one row in each pass, and hears what it sent in the pass before. */
  static Network round(long seed) {
    return Network.builder("round")
        .seed(seed)
        .population("image", COLUMNS, "input", p -> p)
        .population("hidden", HIDDEN, "tanh", p -> p.bias(Values.constant(0)))
        .population("out", SYMBOLS, "softmax", p -> p.bias(Values.constant(0)))
        .projection("image", "hidden", new Connectivity.Dense(), learnt(COLUMNS))
        .projection(
            "hidden",
            "hidden",
            new Connectivity.Dense(),
            p -> learnt(HIDDEN).apply(p).delay(Values.constant(1)))
        .projection("hidden", "out", new Connectivity.Dense(), learnt(HIDDEN))
        .presentation(Presentation.inPasses(PICTURE, Presentation.Order.ROWS))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** The same weights without a circle: one copy of the hidden neurons for each pass. */
  static Network unrolled(Network round) {
    Projection in = round.projection("image_hidden");
    Projection back = round.projection(BACK);
    Projection out = round.projection("hidden_out");
    Values bias = round.population("hidden").bias().orElseThrow();
    NetworkBuilder builder = Network.builder("unrolled").seed(round.seed());
    for (int row = 0; row < ROWS; row++) {
      builder.population("row" + row, COLUMNS, "input", p -> p);
      builder.population("hidden" + row, HIDDEN, "tanh", p -> p.bias(bias));
    }
    builder.population(
        "out", SYMBOLS, "softmax", p -> p.bias(round.population("out").bias().orElseThrow()));
    for (int row = 0; row < ROWS; row++) {
      builder.projection(
          "row" + row, "hidden" + row, new Connectivity.Dense(), p -> p.weight(in.weights()));
      if (row > 0) {
        builder.projection(
            "hidden" + (row - 1),
            "hidden" + row,
            new Connectivity.Dense(),
            p -> p.weight(back.weights()));
      }
    }
    return builder
        .projection(
            "hidden" + (ROWS - 1), "out", new Connectivity.Dense(), p -> p.weight(out.weights()))
        .build();
  }

  /** A kernel of 3×3 that is used at every place. */
  static Network shared(long seed) {
    Shape map = new Shape(List.of(ROWS - 2, COLUMNS - 2, FILTERS));
    return Network.builder("shared")
        .seed(seed)
        .population("image", PICTURE, "input", p -> p)
        .population("map", map, "relu", p -> p)
        .population("out", SYMBOLS, "softmax", p -> p)
        .projection("image", "map", new Connectivity.Convolution(3, 3, 1, 0), drawn(9))
        .projection("map", "out", new Connectivity.Dense(), drawn(map.size()))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /**
   * Excitatory and inhibitory cells, four to one, joined at random: only its wiring is looked at.
   */
  static Network circuit(long seed) {
    NetworkBuilder builder =
        Network.builder("circuit")
            .seed(seed)
            .population("exc", CELLS * 4 / 5, "lif-delta", p -> p)
            .population("inh", CELLS / 5, "lif-delta", p -> p);
    for (Map.Entry<String, String> ends :
        List.of(
            Map.entry("exc", "exc"),
            Map.entry("exc", "inh"),
            Map.entry("inh", "exc"),
            Map.entry("inh", "inh"))) {
      boolean exciting = ends.getKey().equals("exc");
      builder.projection(
          ends.getKey(),
          ends.getValue(),
          new Connectivity.FixedInDegree(exciting ? 8 : 2, false, false),
          p ->
              p.weight(Values.constant(exciting ? 0.2 : -1, "mV")).delay(Values.constant(1, "ms")));
    }
    return builder.build();
  }

  private static UnaryOperator<NetworkBuilder.ProjectionParts> learnt(int fanIn) {
    return p -> drawn(fanIn).apply(p).learning(new LearningRule("backpropagation", Map.of()));
  }

  private static UnaryOperator<NetworkBuilder.ProjectionParts> drawn(int fanIn) {
    return p ->
        p.weight(
            Values.drawn(
                new Distribution.Normal(
                    0,
                    1 / Math.sqrt(fanIn),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Unit.NONE)));
  }
}
