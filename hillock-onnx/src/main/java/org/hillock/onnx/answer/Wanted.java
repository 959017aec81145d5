package org.hillock.onnx.answer;

import java.util.Optional;
import org.hillock.core.network.Shape;
import org.hillock.onnx.read.InputRange;

/**
 * What a graph is to be asked.
 *
 * @param image shape of the images: height, width and where there are several, channels
 * @param data what they are called, for messages
 * @param classes how many answers there are
 * @param input that takes the image; empty for the only one that can
 * @param answer output that the answer is read from; empty for the only one that can be it
 * @param range what black and white are for the graph
 */
public record Wanted(
    Shape image,
    String data,
    int classes,
    Optional<String> input,
    Optional<String> answer,
    InputRange range) {

  /** The same with other ends of grey. */
  public Wanted with(InputRange other) {
    return new Wanted(image, data, classes, input, answer, other);
  }
}
