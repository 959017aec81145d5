package org.hillock.onnx.read;

import java.util.List;

/** Reads the nodes of an operator. */
@FunctionalInterface
interface NodeReader {

  /**
   * What the node's outputs are, in order; those missing at the end are not made.
   *
   * @throws NotRepresentable where it cannot be said as populations and projections
   */
  List<? extends Value> read(NodeReading node);
}
