package org.hillock.lab.scene.dog;

import java.util.stream.IntStream;

/** Cells that stand for one thing because only its source drives them; no synapse knows of it. */
enum Group {
  WORD_DOG("words", 0),
  WORD_CAT("words", 1),
  WORD_TREE("words", 2),
  RUNS("motion", 0),
  SLEEPS("motion", 1),
  PARK("memory", 0),
  KITCHEN("memory", 1),
  JOY("emotion", 0),
  FEAR("emotion", 1);

  /** Cells of each. */
  static final int SIZE = 20;

  private final String area;
  private final int place;

  Group(String area, int place) {
    this.area = area;
    this.place = place;
  }

  /** The population that they are part of. */
  String area() {
    return area;
  }

  /** The population of sources that drives them from outside. */
  String source() {
    return switch (area) {
      case "words" -> "heard";
      case "motion" -> "watched";
      case "memory" -> "visited";
      default -> "felt";
    };
  }

  /** Its cells within the population. */
  int[] cells() {
    return IntStream.range(place * SIZE, (place + 1) * SIZE).toArray();
  }

  /** As in keys of the texts: lower case with hyphens. */
  String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
