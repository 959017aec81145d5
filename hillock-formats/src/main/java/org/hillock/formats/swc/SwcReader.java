package org.hillock.formats.swc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SectionKind;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * Reads SWC files.
 *
 * <p>Sections end where samples branch and where their kind changes; a section begins at the sample
 * that it hangs on, with the diameter there. On the soma a section hangs at its sample's place, and
 * begins at the soma's surface with its own diameter. A soma of one sample is a sphere, kept as a
 * cylinder of the same area; one that is an outline becomes a sphere, too.
 */
public final class SwcReader {

  /** The widest cell that is taken as it stands, in um; neurites of some animals are longer. */
  private static final double PLAUSIBLE_UM = 50_000;

  private SwcReader() {}

  /**
   * Reads a cell. It is named as the file.
   *
   * @throws UsageException if there is no such file, or it is not a cell: the message has the line
   * @throws FailureException if the file cannot be read
   */
  public static Reconstruction read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": there is no such file");
    }
    try {
      // bytes that are no UTF-8 can only stand in comments, or are refused as numbers
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return parse(file.toString(), text);
    } catch (IOException e) {
      throw new FailureException(file + ": could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a cell from a text.
   *
   * @param file its name, for messages; the cell has its last part without {@code .swc}
   * @throws UsageException if it is not a cell: the message has the line
   */
  public static Reconstruction parse(String file, String text) {
    List<String> notes = new ArrayList<>();
    SwcSamples samples = SwcSamples.read(file, text, notes);
    SwcTree measured = new SwcTree(file, samples.samples());
    SwcTree tree = new SwcTree(file, SwcRadii.filled(file, measured, notes));
    SectionKind[] kinds = SwcKinds.of(tree, notes);
    SwcSoma soma = SwcSoma.find(tree, kinds, notes);
    List<Section> sections = new SwcSections(tree, kinds, soma, notes).build();
    if (sections.isEmpty()) {
      throw new UsageException(file, "its samples lie at one place and make no section");
    }
    if (!soma.exists()) {
      notes.add(
          "No sample is of the soma (type 1): distances count from the middle of "
              + sections.getFirst().name()
              + ".");
    }
    Morphology morphology = new Morphology(name(file), sections);
    noteSize(morphology, notes);
    return new Reconstruction(morphology, notes);
  }

  /** A number of things as it is read aloud. */
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String name(String file) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return last.toLowerCase(Locale.ROOT).endsWith(".swc")
        ? last.substring(0, last.length() - 4)
        : last;
  }

  private static void noteSize(Morphology morphology, List<String> notes) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Section section : morphology.sections()) {
      for (MorphologyPoint point : section.points()) {
        low = Math.min(low, point.x());
        high = Math.max(high, point.x());
      }
    }
    if (high - low > PLAUSIBLE_UM) {
      notes.add(
          "The cell is %.0f mm wide if its numbers are um: are they nm?"
              .formatted((high - low) / 1000));
    }
  }
}
