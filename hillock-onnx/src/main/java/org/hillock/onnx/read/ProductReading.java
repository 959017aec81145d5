package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Indices;

/** Gemm and MatMul with known weights: full layers, or the same layer at every place. */
final class ProductReading {

  private ProductReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("Gemm", ProductReading::gemm);
    readers.put("MatMul", ProductReading::product);
  }

  private static List<Signal> gemm(NodeReading node) {
    boolean leftTurned = node.attributes().whole("transA", 0) != 0;
    boolean rightTurned = node.attributes().whole("transB", 0) != 0;
    Value left = turned(node.input(0), leftTurned);
    Value right = turned(node.input(1), rightTurned);
    float alpha = node.attributes().real("alpha", 1);
    float beta = node.attributes().real("beta", 1);
    Optional<Fixed> more = node.optional(2, "biases").map(c -> c.map(x -> beta * x));
    Signal made;
    if (right instanceof Fixed weights && left instanceof Signal signal) {
      made = rows(node, signal.withFactor(signal.factor() * alpha), weights);
    } else if (left instanceof Fixed weights && right instanceof Signal signal) {
      made = columns(node, weights, signal.withFactor(signal.factor() * alpha));
    } else {
      throw bothComputed();
    }
    return List.of(more.map(c -> ArithmeticReading.plus(node, made, c)).orElse(made));
  }

  private static List<Signal> product(NodeReading node) {
    Value left = node.input(0);
    Value right = node.input(1);
    if (right instanceof Fixed weights && left instanceof Signal signal) {
      if (weights.dims().length == 1) {
        Fixed column = new Fixed(new int[] {weights.dims()[0], 1}, weights.numbers());
        Signal made = rows(node, signal, column);
        int[] dims = Arrays.copyOf(made.dims(), made.dims().length - 1);
        return List.of(made.moved(Move.reshape(made.dims(), dims)));
      }
      return List.of(rows(node, signal, weights));
    }
    if (left instanceof Fixed weights && right instanceof Signal signal) {
      return List.of(columns(node, weights, signal));
    }
    throw bothComputed();
  }

  private static NotRepresentable bothComputed() {
    return new NotRepresentable(
        "both factors are computed from the input (as in attention), so neither is weights");
  }

  private static Value turned(Value value, boolean turn) {
    return turn ? value.moved(Move.transpose(value.dims(), new int[] {1, 0})) : value;
  }

  /** W·x: the transpose of xᵀ·Wᵀ. */
  private static Signal columns(NodeReading node, Fixed weights, Signal signal) {
    if (weights.dims().length != 2 || signal.dims().length != 2) {
      throw new NotRepresentable("its weights come first and its values have more than 2 axes");
    }
    int[] swap = {1, 0};
    Signal made =
        rows(
            node,
            signal.moved(Move.transpose(signal.dims(), swap)),
            weights.moved(Move.transpose(weights.dims(), swap)));
    return made.moved(Move.transpose(made.dims(), swap));
  }

  /**
   * Every row of a signal [..., seen] times weights.
   *
   * @param given [seen, neurons]
   */
  static Signal rows(NodeReading node, Signal signal, Fixed given) {
    Fixed weights = withoutBatch(given);
    int[] dims = signal.dims();
    int seen = dims[dims.length - 1];
    if (weights.dims().length != 2 || weights.dims()[0] != seen) {
      throw new NotRepresentable(
          "weights " + Arrays.toString(given.dims()) + " for values " + Arrays.toString(dims));
    }
    int neurons = weights.dims()[1];
    int places = signal.cells().length / Math.max(1, seen);
    int[] made = dims.clone();
    made[dims.length - 1] = neurons;
    if (places == 1) {
      DraftPopulation to = node.draft().add(node.hint(), neurons);
      connect(node.draft(), signal, weights, to);
      return Signal.of(to.id(), made);
    }
    int[] sheet = sheet(node.draft(), signal, places);
    Signal channelsFirst =
        signal
            .moved(Move.reshape(dims, new int[] {1, sheet[0], sheet[1], seen}))
            .moved(Move.transpose(new int[] {1, sheet[0], sheet[1], seen}, new int[] {0, 3, 1, 2}));
    Fixed kernel = weights.moved(Move.transpose(weights.dims(), new int[] {1, 0}));
    Signal convolved =
        ConvolutionReading.convolved(
            node,
            channelsFirst,
            new Fixed(new int[] {neurons, seen, 1, 1}, kernel.numbers()),
            Optional.empty(),
            Grid.each(sheet[0], sheet[1]),
            1);
    Signal last = convolved.moved(Move.transpose(convolved.dims(), new int[] {0, 2, 3, 1}));
    return last.moved(Move.reshape(last.dims(), made));
  }

  private static Fixed withoutBatch(Fixed weights) {
    int[] dims = weights.dims();
    int from = 0;
    while (dims.length - from > 2 && dims[from] == 1) {
      from++;
    }
    return new Fixed(Arrays.copyOfRange(dims, from, dims.length), weights.numbers());
  }

  /** Rows and columns of the sheet that the places are, where they are one; else one row. */
  private static int[] sheet(Draft draft, Signal signal, int places) {
    long first = signal.cells()[0];
    if (first != Signal.ZERO) {
      DraftPopulation source = draft.population(Signal.population(first));
      if (source.shapeFixed() && source.shape()[0] * source.shape()[1] == places) {
        return new int[] {source.shape()[0], source.shape()[1]};
      }
    }
    return new int[] {1, places};
  }

  /** Joins each population that a signal comes of to all neurons of another. */
  private static void connect(Draft draft, Signal signal, Fixed weights, DraftPopulation to) {
    int neurons = weights.dims()[1];
    for (int source : signal.populations()) {
      int size = draft.population(source).size();
      boolean[] seen = new boolean[size];
      double[] matrix = new double[Math.multiplyExact(neurons, size)];
      int count = 0;
      for (int k = 0; k < signal.cells().length; k++) {
        long cell = signal.cells()[k];
        if (cell == Signal.ZERO || Signal.population(cell) != source) {
          continue;
        }
        int column = Signal.neuron(cell);
        count += seen[column] ? 0 : 1;
        seen[column] = true;
        for (int n = 0; n < neurons; n++) {
          matrix[n * size + column] += signal.factor() * weights.numbers()[k * neurons + n];
        }
      }
      to.incoming()
          .add(
              count == size
                  ? DraftProjection.of(source, new Connectivity.Dense(), matrix)
                  : some(source, matrix, seen, count, neurons));
    }
  }

  /** Synapses of those neurons of the source alone that are seen. */
  private static DraftProjection some(
      int source, double[] matrix, boolean[] seen, int count, int neurons) {
    int[] pre = new int[count * neurons];
    int[] post = new int[pre.length];
    double[] weights = new double[pre.length];
    int k = 0;
    for (int n = 0; n < neurons; n++) {
      for (int column = 0; column < seen.length; column++) {
        if (seen[column]) {
          pre[k] = column;
          post[k] = n;
          weights[k++] = matrix[n * seen.length + column];
        }
      }
    }
    return DraftProjection.of(
        source, new Connectivity.EdgeList(Indices.of(pre), Indices.of(post)), weights);
  }
}
