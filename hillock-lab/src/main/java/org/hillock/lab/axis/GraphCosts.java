package org.hillock.lab.axis;

import org.hillock.core.dataflow.Dataflow;

/** What a pass through a graph that is run as it stands costs. */
final class GraphCosts {

  private GraphCosts() {}

  /** Multiply-adds of a pass for one input, those of two values with each other among them. */
  static long products(Dataflow graph) {
    return Math.addExact(graph.totals().multiplyAdds(), graph.totals().products());
  }

  static Measurement measure(Dataflow graph) {
    Dataflow.Totals totals = graph.totals();
    if (products(graph) == 0 && !totals.complete()) {
      return new Measurement.NotDefined(
          "because none of its multiply-adds could be counted: the census of its nodes knows none of"
              + " their extents or operators");
    }
    return Measurement.Measured.of(
            products(graph),
            "multiply-adds",
            "One forward pass of a graph that is run as it stands: products of a weight and a value,"
                + " and of two values, whether one is zero or not, as a census of its nodes counts"
                + " them"
                + (totals.complete() ? "." : ", at least: not all nodes could be counted."))
        .exactly()
        .detail("passes", 1)
        .detail("multiply_adds_of_weights", totals.multiplyAdds())
        .detail("products_of_two_values", totals.products())
        .detail("bytes_of_constants", totals.constantBytes());
  }
}
