package org.hillock.core.census;

/** A piece of an architecture: one layer, or several under one name. */
public sealed interface Part permits Layer, Block {

  /** Its name within what holds it. */
  String name();
}
