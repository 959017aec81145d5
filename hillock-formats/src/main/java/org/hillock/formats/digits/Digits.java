package org.hillock.formats.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.FailureException;

/**
 * 1,797 real handwritten digits of 8×8 pixels, shipped inside the product (doi 10.24432/C50P49).
 */
public final class Digits {

  private static final String RESOURCE = "digits.csv.gz";
  private static final int SIDE = 8;
  private static final float BRIGHTEST = 16f;
  private static final int CLASSES = 10;
  private static final String ATTRIBUTION =
      "E. Alpaydin, C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine"
          + " Learning Repository, doi 10.24432/C50P49, CC BY 4.0";

  private Digits() {}

  /**
   * All images, shape [8, 8, 1], pixels in 0..1, in the order of the original file.
   *
   * @throws FailureException where the installation is damaged
   */
  public static Dataset load() {
    List<String> lines = lines();
    float[][] images = new float[lines.size()][SIDE * SIDE];
    int[] labels = new int[lines.size()];
    for (int i = 0; i < images.length; i++) {
      String[] cells = lines.get(i).split(",");
      for (int k = 0; k < SIDE * SIDE; k++) {
        images[i][k] = Integer.parseInt(cells[k]) / BRIGHTEST;
      }
      labels[i] = Integer.parseInt(cells[SIDE * SIDE]);
    }
    return new Dataset("digits", Shape.of(SIDE, SIDE, 1), images, labels, CLASSES, ATTRIBUTION);
  }

  private static List<String> lines() {
    try (InputStream raw = Digits.class.getResourceAsStream(RESOURCE)) {
      if (raw == null) {
        throw new FailureException(RESOURCE + " is missing from the installation");
      }
      return new BufferedReader(
              new InputStreamReader(new GZIPInputStream(raw), StandardCharsets.US_ASCII))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new FailureException(RESOURCE + ": could not be read: " + e.getMessage(), e);
    }
  }
}
