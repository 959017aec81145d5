package org.hillock.lab.scene.dog;

/** Pictures of 12 by 12 pixels. */
enum Drawing {
  DOG(
      """
      ............
      .##.........
      ####........
      ####......#.
      .###......#.
      ..########..
      ..########..
      ..########..
      ..#.#..#.#..
      ..#.#..#.#..
      ..#.#..#.#..
      ............
      """),
  CAT(
      """
      .....#..#...
      .....####...
      .....####...
      ......##....
      ....#####...
      ...######...
      ...######...
      #..######...
      #..######...
      .########...
      ............
      ............
      """),
  TABLE(
      """
      ............
      ............
      ############
      ############
      .#........#.
      .#........#.
      .#........#.
      .#........#.
      .#........#.
      .#........#.
      .#........#.
      .#........#.
      """);

  /** Height and width. */
  static final int SIDE = 12;

  private final String rows;

  Drawing(String rows) {
    this.rows = rows;
  }

  /** Row by row, 1 where it is drawn. */
  float[] pixels() {
    String all = rows.replace("\n", "");
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = all.charAt(i) == '#' ? 1 : 0;
    }
    return pixels;
  }

  /** The same with the same sum of pixels in every picture, so that none is louder. */
  float[] shown() {
    float[] pixels = pixels();
    float sum = 0;
    for (float p : pixels) {
      sum += p;
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] *= LOUDNESS / sum;
    }
    return pixels;
  }

  /** Pixels of a picture of middling size. */
  private static final float LOUDNESS = 45;
}
