package org.hillock.spiking.terms;

import java.util.Arrays;
import java.util.List;

/**
 * What stands around a neuron during a step beside what arrives.
 *
 * @param levels of the modulators that act on it
 * @param silent whether its inputs are silenced
 * @param heldAt where interventions hold it; NaN where they do not
 * @param stimulus what interventions add to its bias
 * @param acted whether any intervention acts on its population
 * @param places what interventions do at places of a cell with parts
 */
public record Surroundings(
    double[] levels,
    boolean silent,
    double heldAt,
    double stimulus,
    boolean acted,
    List<AtPlace> places) {

  /**
   * What interventions do at a place.
   *
   * @param site as it is recorded, such as {@code dend[2](0.5).v}
   * @param heldAt NaN where it is not held
   */
  public record AtPlace(String site, double heldAt, double stimulus) {}

  public Surroundings {
    places = List.copyOf(places);
  }

  boolean held() {
    return !Double.isNaN(heldAt);
  }

  boolean heldSomewhere() {
    return !Double.isNaN(heldThere());
  }

  /** Where it is held, or one of its places is; NaN where none is. */
  double heldThere() {
    double there = heldAt;
    for (AtPlace place : places) {
      there = Double.isNaN(there) ? place.heldAt() : there;
    }
    return there;
  }

  boolean alike(Surroundings other) {
    return Arrays.equals(levels, other.levels)
        && silent == other.silent
        && Double.compare(heldAt, other.heldAt) == 0
        && stimulus == other.stimulus
        && acted == other.acted
        && places.equals(other.places);
  }

  Surroundings with(double[] newLevels, double newStimulus, List<AtPlace> newPlaces) {
    return new Surroundings(newLevels, silent, heldAt, newStimulus, acted, newPlaces);
  }
}
