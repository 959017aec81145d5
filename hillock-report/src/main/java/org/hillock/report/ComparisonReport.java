package org.hillock.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.core.files.WholeFile;
import org.hillock.core.problem.FailureException;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.figure.Figure;
import org.hillock.report.html.ReportPage;
import org.hillock.report.json.ComparisonJson;

/** Writes everything that a comparison leaves behind: numbers, page and figures. */
public final class ComparisonReport {

  public static final String NUMBERS = "comparison.json";
  public static final String PAGE = "report.html";
  public static final String FIGURES = "figures";

  private ComparisonReport() {}

  /**
   * Writes comparison.json, report.html and figures/*.svg and *.png into a folder.
   *
   * <p>All files are made in a hidden folder beside it first. Where the folder is not there yet it
   * appears whole; in one that is there each file is replaced by renaming, the page last, and other
   * files are left alone.
   *
   * @throws FailureException where the folder cannot be written; nothing is half-written then
   */
  public static void write(Comparison comparison, Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      delete(part);
      Files.createDirectories(part.resolve(FIGURES));
      fill(comparison, part);
      publish(part, target);
    } catch (IOException e) {
      throw new FailureException(
          "the report cannot be written to '"
              + folder
              + "': "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage(),
          e);
    } finally {
      deleteQuietly(part);
    }
  }

  private static void fill(Comparison comparison, Path part) {
    ComparisonFigures figures = ComparisonFigures.of(comparison);
    for (ReportFigure figure : figures.all()) {
      Figure drawn = figure.drawing().at(org.hillock.report.figure.Drawable.WIDE);
      drawn.svg(part.resolve(FIGURES).resolve(figure.id() + ".svg"));
      drawn.png(part.resolve(FIGURES).resolve(figure.id() + ".png"));
    }
    write(part.resolve(NUMBERS), ComparisonJson.write(comparison));
    write(part.resolve(PAGE), ReportPage.write(comparison, figures));
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void publish(Path part, Path target) throws IOException {
    if (!Files.exists(target)) {
      Files.move(part, target);
      return;
    }
    Files.createDirectories(target.resolve(FIGURES));
    List<Path> files;
    try (Stream<Path> all = Files.walk(part)) {
      files =
          all.filter(Files::isRegularFile)
              .sorted(Comparator.comparing(p -> p.endsWith(PAGE)))
              .toList();
    }
    for (Path file : files) {
      Files.move(file, target.resolve(part.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // What matters, the report or the reason why there is none, is already said.
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
