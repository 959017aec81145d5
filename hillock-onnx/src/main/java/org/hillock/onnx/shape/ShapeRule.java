package org.hillock.onnx.shape;

import java.util.List;

/** What an operator makes of the shapes that it reads. */
@FunctionalInterface
interface ShapeRule {

  /**
   * What is known of the outputs, in order; those that are missing at the end are unknown.
   *
   * @throws ShapeMismatch where the inputs contradict each other
   */
  List<ValueShape> outputs(NodeShapes node);
}
