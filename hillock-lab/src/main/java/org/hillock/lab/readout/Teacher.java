package org.hillock.lab.readout;

/** Tells a readout, image by image, how its neurons are to learn. */
interface Teacher {

  /**
   * What the teacher says of one answer.
   *
   * @param factors one for each neuron: its synapse from a source changes by rate · factor · (what
   *     the source left, less its mean)
   * @param loss how far from right, in the rule's own terms
   */
  record Told(double[] factors, double loss) {}

  /**
   * Hears an answer.
   *
   * @param sums of the neurons, in mV
   * @param label that would be right
   * @param image number of the image
   * @param epoch number of the pass over the images
   */
  Told hear(double[] sums, int label, int image, int epoch);
}
