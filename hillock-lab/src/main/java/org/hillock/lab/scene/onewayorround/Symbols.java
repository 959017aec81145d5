package org.hillock.lab.scene.onewayorround;

import java.util.Arrays;
import org.hillock.core.data.Dataset;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Pictures of noise with one of four symbols in one row: which one was it? */
final class Symbols {

  /** Less than a symbol, so that seeing it is no matter of luck. */
  private static final double NOISE = 0.5;

  private Symbols() {}

  /**
   * Pictures.
   *
   * @param row in which the symbol stands
   */
  static Dataset drawn(int pictures, int row, long seed, long stream) {
    float[][] images = new float[pictures][WayNetworks.PICTURE.size()];
    int[] labels = new int[pictures];
    for (int i = 0; i < pictures; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, stream, i);
      labels[i] = i % WayNetworks.SYMBOLS;
      for (int k = 0; k < images[i].length; k++) {
        images[i][k] = (float) (NOISE * draws.uniform());
      }
      int begin = row * WayNetworks.COLUMNS;
      Arrays.fill(images[i], begin, begin + WayNetworks.COLUMNS, 0);
      images[i][begin + labels[i]] = 1;
    }
    return new Dataset(
        "symbols", WayNetworks.PICTURE, images, labels, WayNetworks.SYMBOLS, "drawn here");
  }
}
