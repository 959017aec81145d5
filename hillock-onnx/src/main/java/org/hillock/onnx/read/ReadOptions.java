package org.hillock.onnx.read;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a file does not say itself.
 *
 * @param range what the graph means by a number in 0..1 that the network is shown
 * @param extents numbers for extents that the file only names; the batch is one input always
 */
public record ReadOptions(InputRange range, Map<String, Long> extents) {

  /** Numbers go in as they are shown. */
  public static final ReadOptions STANDARD = new ReadOptions(InputRange.UNIT, Map.of());

  public ReadOptions {
    extents = new TreeMap<>(extents);
  }

  public ReadOptions with(InputRange newRange) {
    return new ReadOptions(newRange, extents);
  }
}
