package org.hillock.core.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.problem.UsageException;

/**
 * How finely a cell is cut into compartments.
 *
 * @param share most that a segment is long, as a share of the length constant at {@code
 *     frequencyHz}
 * @param frequencyHz of the length constant
 * @param segments by region, where their number is stated
 */
public record GridRule(double share, double frequencyHz, Map<String, Integer> segments) {

  /** Hines and Carnevale 2001, 10.1177/107385840100700207. */
  public static final GridRule USUAL = new GridRule(0.1, 100, Map.of());

  public GridRule {
    segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    if (!(share > 0 && share <= 10)) {
      throw new UsageException("grid.d_lambda", share + " is not > 0 and <= 10");
    }
    if (!(frequencyHz > 0 && frequencyHz <= 1e6)) {
      throw new UsageException("grid.frequency", frequencyHz + " Hz is not > 0 and <= 1000000 Hz");
    }
  }
}
