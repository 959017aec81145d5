package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.onnx.read.ReadOptions;

/**
 * What an ONNX file takes for black and white: as the user says, else as the file says, else the
 * range under which it answers more of the images to learn from. Which it was is told.
 */
final class PixelRange {

  /** Where ONNX files say it (ONNX's MetadataProps). */
  private static final String METADATA = "Image.NominalPixelRange";

  private static final int MOST_ASKED = 10_000;

  private PixelRange() {}

  /** Who is asked, and why pixels go in as they do. */
  record Choice<T extends Respondent>(T asked, String why) {}

  /** A file that is read into a network. */
  static Choice<Respondent.Described> choose(
      OnnxFile file, Optional<String> stated, Dataset learntFrom) {
    return choose(file, stated, learntFrom, range -> new Respondent.Described(read(file, range)));
  }

  /**
   * A file that is asked in any way.
   *
   * @param as what it is when black and white are so
   */
  static <T extends Respondent> Choice<T> choose(
      OnnxFile file, Optional<String> stated, Dataset learntFrom, Function<InputRange, T> as) {
    if (stated.isPresent()) {
      InputRange range = InputRange.parse(stated.get());
      return new Choice<>(as.apply(range), "pixels go in as " + range + ", as was said");
    }
    Optional<InputRange> own = inFile(file);
    if (own.isPresent()) {
      return new Choice<>(
          as.apply(own.get()), "pixels go in as " + own.get() + ", as the file says");
    }
    return measured(learntFrom.first(MOST_ASKED), as);
  }

  private static Network read(OnnxFile file, InputRange range) {
    return OnnxNetwork.of(file, ReadOptions.STANDARD.with(range)).require();
  }

  private static Optional<InputRange> inFile(OnnxFile file) {
    return file.model().getMetadataPropsList().stream()
        .filter(p -> p.getKey().equals(METADATA))
        .findFirst()
        .flatMap(p ->
            switch (p.getValue()) {
              case "Normalized_0_1" -> Optional.of(InputRange.UNIT);
              case "Normalized_1_1" -> Optional.of(new InputRange(-1, 1));
              case "NominalRange_0_255" -> Optional.of(InputRange.BYTES);
              case "NominalRange_16_235" -> Optional.of(new InputRange(16, 235));
              default -> Optional.empty();
            });
  }

  private static <T extends Respondent> Choice<T> measured(
      Dataset asked, Function<InputRange, T> as) {
    List<String> told = new ArrayList<>();
    T best = null;
    InputRange chosen = InputRange.UNIT;
    double most = -1;
    for (InputRange range : List.of(InputRange.UNIT, InputRange.BYTES, new InputRange(-1, 1))) {
      T one = as.apply(range);
      Classifier.checkFits(one.network(), asked);
      try (Classifier classifier = Classifier.open(one, 1)) {
        double right = classifier.accuracy(asked, Progress.NONE);
        told.add(String.format(Locale.ROOT, "%.2f %% as %s", 100 * right, range));
        if (right > most) {
          most = right;
          best = one;
          chosen = range;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("no range was tried");
    }
    return new Choice<>(
        best,
        "pixels go in as "
            + chosen
            + ", because the file does not say and so it answers most of "
            + asked.size()
            + " training images ("
            + String.join(", ", told)
            + "; --pixels says otherwise)");
  }
}
