package org.hillock.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.core.files.WholeFile;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Figure;
import org.hillock.report.html.SceneBook;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;

/** Writes figures and pages of scenes into a folder that is there. */
public final class SceneReport {

  public static final String PAGE = "report.html";
  public static final String BOOK = "scenes.html";
  public static final String FIGURES = "figures";

  private SceneReport() {}

  /**
   * Writes figures/*.svg and *.png, then report.html.
   *
   * @param command that repeats it
   * @param versions of what computed it
   * @throws org.hillock.core.problem.FailureException where it cannot be written
   */
  public static void page(
      ToldScene told, String command, Map<String, String> versions, Path folder) {
    figures(told, folder);
    write(folder.resolve(PAGE), SceneBook.page(new SceneBook.Chapter(told, command), versions));
  }

  /** Writes figures/*.svg and *.png. */
  public static void figures(ToldScene told, Path folder) {
    for (ReportFigure figure : told.figures()) {
      Figure drawn = figure.drawing().at(Drawable.WIDE);
      drawn.svg(folder.resolve(FIGURES).resolve(figure.id() + ".svg"));
      drawn.png(folder.resolve(FIGURES).resolve(figure.id() + ".png"));
    }
  }

  /**
   * Writes scenes.html; the files of a scene are expected in a folder of its name beside it.
   *
   * @param chapters in their order
   * @param missing names of scenes that were not run
   * @param command that repeats it
   */
  public static void book(
      List<SceneBook.Chapter> chapters,
      List<String> missing,
      SceneTexts shared,
      String command,
      Map<String, String> versions,
      Path folder) {
    write(folder.resolve(BOOK), SceneBook.book(chapters, missing, shared, command, versions));
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
