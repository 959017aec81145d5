package org.hillock.onnx.terms;

import java.util.Optional;

/** How an operator makes its elements. */
interface NodeTerms {

  /** What reached an element; empty where this node does it in a way that is not covered here. */
  Optional<Reached> of(Question question);
}
