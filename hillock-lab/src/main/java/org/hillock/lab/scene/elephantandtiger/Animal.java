package org.hillock.lab.scene.elephantandtiger;

/** Animals by their weight, as pictures of a population code: every pixel likes one weight best. */
enum Animal {
  MOUSE(0.02),
  CAT(4),
  TIGER(200),
  ELEPHANT(5000);

  /** Weights that pixels and channels like best, as powers of ten of a kilogram. */
  static final double LIGHTEST = -3;

  static final double APART = 0.15;
  static final int CHANNELS = 61;

  /** Width of what a pixel answers to, in powers of ten. */
  static final double WIDTH = 0.5;

  private final double kg;

  Animal(double kg) {
    this.kg = kg;
  }

  double log10() {
    return Math.log10(kg);
  }

  /** What a channel likes best. */
  static double centre(int channel) {
    return LIGHTEST + APART * channel;
  }

  float[] picture() {
    return picture(log10());
  }

  /** Every pixel's drive D^n, 0..1. */
  static float[] picture(double log10) {
    float[] drive = new float[CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      double far = (log10 - centre(i)) / WIDTH;
      drive[i] = (float) Math.exp(-far * far / 2);
    }
    return drive;
  }
}
