package org.hillock.core.census;

import java.util.List;
import java.util.Optional;

/**
 * A part with its counts.
 *
 * @param part what was counted
 * @param times how many equal ones follow each other
 * @param one counts of one of them
 * @param parts within one of them; empty for a layer
 */
public record Counted(Part part, int times, Counts one, List<Counted> parts) {

  public Counted {
    parts = List.copyOf(parts);
  }

  /** Counts of all of them. */
  public Counts all() {
    return one.times(times);
  }

  /** The layer, where it is one. */
  public Optional<Layer> layer() {
    return part instanceof Layer layer ? Optional.of(layer) : Optional.empty();
  }

  /**
   * The part within by that name, at any depth.
   *
   * @param path names with dots between them
   */
  public Optional<Counted> find(String path) {
    return Census.find(parts, path);
  }
}
