package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.answer.AnsweringGraph;
import org.hillock.onnx.answer.Wanted;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How ONNX files are asked that are measured as they stand. */
final class GraphAsked {

  private static final String AS_IT_STANDS = "--as-it-stands";
  private static final String ANSWER = "--answer";
  private static final String IMAGE_INPUT = "--image-input";

  @Option(
      names = AS_IT_STANDS,
      description =
          "measures ONNX files as they stand, also those that could be read into networks; others are"
              + " measured so in any case")
  private boolean asItStands;

  @Option(
      names = ANSWER,
      paramLabel = "OUTPUT",
      description =
          "of ONNX files measured as they stand: the output whose largest number is the answer, where"
              + " several have one number for each label")
  private @Nullable String answer;

  @Option(
      names = IMAGE_INPUT,
      paramLabel = "INPUT",
      description =
          "of ONNX files measured as they stand: the input that takes the image, where several could;"
              + " others get zeros")
  private @Nullable String imageInput;

  /** Whether even files are measured so that could be read. */
  boolean always() {
    return asItStands;
  }

  /**
   * Refuses what would mean nothing.
   *
   * @param graphs whether any file is measured as it stands
   * @param images whether there are images
   */
  void check(boolean graphs, boolean images) {
    Optional<String> given =
        asItStands
            ? Optional.of(AS_IT_STANDS)
            : Optional.ofNullable(answer)
                .map(a -> ANSWER + " " + a)
                .or(() -> Optional.ofNullable(imageInput).map(i -> IMAGE_INPUT + " " + i));
    if (given.isPresent() && !graphs) {
      throw new UsageException(
          given.get() + " would mean nothing: no ONNX file here is measured as it stands");
    }
    if (!images && (answer != null || imageInput != null)) {
      throw new UsageException(
          (answer == null ? IMAGE_INPUT + " " + imageInput : ANSWER + " " + answer)
              + " would mean nothing without --on");
    }
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (asItStands) {
      words.add(AS_IT_STANDS);
    }
    if (answer != null) {
      words.addAll(List.of(ANSWER, answer));
    }
    if (imageInput != null) {
      words.addAll(List.of(IMAGE_INPUT, imageInput));
    }
    return words;
  }

  /** A graph that is shown these images. */
  AnsweringGraph shown(OnnxFile file, Dataset images) {
    return AnsweringGraph.of(
        file,
        new Wanted(
            images.shape(),
            images.name(),
            images.classes(),
            Optional.ofNullable(imageInput),
            Optional.ofNullable(answer),
            InputRange.UNIT));
  }
}
