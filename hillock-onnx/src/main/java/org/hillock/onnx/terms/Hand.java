package org.hillock.onnx.terms;

/**
 * What interventions do to an element.
 *
 * @param held whether its number is put in place of what its node makes
 * @param added to what its node makes, where it is not held
 */
public record Hand(boolean held, double added) {

  /** Nothing. */
  public static final Hand NONE = new Hand(false, 0);
}
