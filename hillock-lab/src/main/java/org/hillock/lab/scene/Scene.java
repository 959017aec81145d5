package org.hillock.lab.scene;

import org.hillock.core.training.Progress;

/** A claim, an experiment that could refute it, and a control. */
public interface Scene {

  /** Short name, lower case with hyphens, such as {@code dog}; also the name of its texts. */
  String name();

  /**
   * Does the experiment and its control; less than a minute on two cores.
   *
   * @param seed of everything that is drawn; same seed, same result, to the bit
   * @throws org.hillock.lab.comparison.StoppedException where the user stopped it
   */
  SceneResult run(long seed, Progress progress);
}
