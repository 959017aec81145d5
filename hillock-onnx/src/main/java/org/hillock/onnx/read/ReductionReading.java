package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity.Pooling;

/** Sums, means and maxima along axes. */
final class ReductionReading {

  private ReductionReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("ReduceMean", n -> reduce(n, true));
    readers.put("ReduceSum", n -> reduce(n, false));
    readers.put("ReduceMax", ReductionReading::largest);
  }

  private static boolean[] reduced(NodeReading node) {
    int rank = node.input(0).dims().length;
    int[] axes = node.wholes("axes", 1).orElseGet(() -> Draft.straight(rank));
    boolean[] gone = new boolean[rank];
    for (int axis : axes) {
      gone[node.axis(axis, rank)] = true;
    }
    return gone;
  }

  /** Over both axes of a sheet: a pooling of the whole. */
  private static boolean isSheet(int[] dims, boolean[] gone) {
    return dims.length == 4 && dims[0] == 1 && !gone[1] && gone[2] && gone[3];
  }

  private static List<Value> pooled(NodeReading node, Pooling.Kind kind) {
    Signal signal = node.signal(0);
    Pooling rule = Pooling.of(kind, signal.dims()[2], signal.dims()[3]);
    Signal made = ConvolutionReading.pooled(node, signal, rule, 1, 1);
    return List.of(made.moved(Move.reshape(made.dims(), node.outputDims())));
  }

  private static List<Value> largest(NodeReading node) {
    if (!isSheet(node.signal(0).dims(), reduced(node))) {
      throw new NotRepresentable("a largest value is taken of windows of a sheet only");
    }
    return pooled(node, Pooling.Kind.MAX);
  }

  private static List<Value> reduce(NodeReading node, boolean mean) {
    Signal signal = node.signal(0);
    int[] dims = signal.dims();
    boolean[] gone = reduced(node);
    if (mean && isSheet(dims, gone)) {
      return pooled(node, Pooling.Kind.MEAN);
    }
    int[] kept = dims.clone();
    int each = 1;
    for (int axis = 0; axis < dims.length; axis++) {
      each *= gone[axis] ? dims[axis] : 1;
      kept[axis] = gone[axis] ? 1 : dims[axis];
    }
    Ownership.Fresh fresh = Ownership.fresh(node, kept);
    int[] places = Move.expand(kept, dims).from();
    int[] target = new int[places.length];
    Arrays.setAll(target, i -> fresh.target()[places[i]]);
    DraftPopulation made = fresh.population();
    node.draft().relay(signal, made, target, mean ? 1.0 / each : 1).forEach(made.incoming()::add);
    return List.of(fresh.signal().moved(Move.reshape(kept, node.outputDims())));
  }
}
