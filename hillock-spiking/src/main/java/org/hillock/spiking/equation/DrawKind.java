package org.hillock.spiking.equation;

/** How a random number is distributed. */
public enum DrawKind {
  /** In [0, 1). */
  UNIFORM,
  /** Standard normal. */
  NORMAL
}
