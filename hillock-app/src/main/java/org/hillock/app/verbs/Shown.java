package org.hillock.app.verbs;

import org.hillock.core.data.Dataset;

/**
 * An image that a network is shown.
 *
 * @param number within the data, from 0
 */
record Shown(Dataset data, int number) {

  float[] pixels() {
    return data.images()[number];
  }

  /** For people. */
  String told() {
    return "image " + number + " of " + data.name() + ", a " + data.labels()[number];
  }
}
