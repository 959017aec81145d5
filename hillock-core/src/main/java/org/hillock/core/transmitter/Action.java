package org.hillock.core.transmitter;

/** What a transmitter does to its target, or a receptor when it is bound. */
public enum Action {
  EXCITES,
  INHIBITS,
  /** Acts either way, or changes only what other inputs do. */
  MODULATES
}
