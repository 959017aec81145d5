package org.hillock.core.network;

import java.util.List;

/**
 * Where a network comes from.
 *
 * @param description in a sentence
 * @param doi of the paper, or empty
 * @param history what was done to it, oldest first, such as {@code trained by backpropagation, seed
 *     1}
 */
public record Provenance(String description, String doi, List<String> history) {

  public static final Provenance NONE = new Provenance("", "", List.of());

  public Provenance {
    history = List.copyOf(history);
  }

  /** The same with one more event. */
  public Provenance then(String event) {
    List<String> longer = new java.util.ArrayList<>(history);
    longer.add(event);
    return new Provenance(description, doi, longer);
  }
}
