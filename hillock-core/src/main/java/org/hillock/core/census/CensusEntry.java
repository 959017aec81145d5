package org.hillock.core.census;

import java.util.Optional;

/**
 * One subject of a census.
 *
 * @param architecture what is counted
 * @param signs of its weights, where these are at hand
 */
public record CensusEntry(Architecture architecture, Optional<WeightSigns> signs) {

  /** One without weights. */
  public static CensusEntry of(Architecture architecture) {
    return new CensusEntry(architecture, Optional.empty());
  }
}
